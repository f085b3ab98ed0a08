package org.zhongchuang.law.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Amendment;
import org.zhongchuang.engine.Document;
import org.zhongchuang.engine.Flaw;
import org.zhongchuang.engine.PackProblem;
import org.zhongchuang.engine.PackReader;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.engine.Text;
import org.zhongchuang.installation.launch.CannotStart;

/**
 * The documents of the city: those that this installation was started with, and those that officers have entered since.
 * One that lies in the folder too, by the id of its pack, is read from there.
 */
@Component
public class Library {

    private static final Logger LOG = LoggerFactory.getLogger(Library.class);

    private final Map<String, Map<String, String>> started;
    private final EnteredDocuments entered;
    private final Editions editions;
    private final boolean demonstration;
    private volatile Present known;

    @Autowired
    Library(PolicySettings settings, EnteredDocuments entered, Editions editions) {
        this(
                PackFiles.read(Optional.ofNullable(settings.policies()), settings.shipped()),
                entered,
                editions,
                settings.demonstration());
    }

    Library(
            Map<String, Map<String, String>> started,
            EnteredDocuments entered,
            Editions editions,
            boolean demonstration) {
        this.started = started;
        this.entered = entered;
        this.editions = editions;
        this.demonstration = demonstration;
        this.known = compose();
    }

    /**
     * All documents read together.
     *
     * @param entered those of them that officers entered
     */
    record Present(List<UUID> entered, PublishedPacks packs) {}

    /** What a document would make of the others. */
    public sealed interface Trial {

        /**
         * It goes together with them.
         *
         * @param own what the document says of itself
         * @param after the pack as it stands once the document holds
         * @param before the same until then; empty where the document amends none
         * @param amendment how it changes another one; empty where it amends none
         * @param doubts what is worth a second look
         */
        record Fits(
                Document own,
                PolicyPack after,
                Optional<PolicyPack> before,
                Optional<Amendment> amendment,
                List<Flaw> doubts)
                implements Trial {

            /** The id of the document's own pack. */
            public String pack() {
                return amendment.map(Amendment::pack).orElseGet(after::id);
            }
        }

        /** Why it cannot be entered: with the places where that is known. */
        record Wrong(List<Flaw> flaws, Optional<Text> why) implements Trial {}
    }

    /** The documents as they were last entered, on whichever node. */
    Present present() {
        if (!known.entered().equals(entered.approved())) {
            known = compose();
        }
        return known;
    }

    private Present compose() {
        var ids = entered.approved();
        return new Present(ids, with(entered.files(ids), true));
    }

    private PublishedPacks with(Map<String, Map<String, String>> more, boolean keeping) {
        var all = new LinkedHashMap<>(started);
        var own = started.values().stream().map(PackReader::id).toList();
        more.forEach((pack, files) -> {
            if (own.contains(Optional.of(pack))) {
                LOG.info("{}：以文件夹中的为准 / read from the folder", pack);
            } else {
                all.put(pack, files);
            }
        });
        return new PublishedPacks(all, editions, demonstration, keeping);
    }

    /** Reads a document together with all others, and keeps nothing of it. */
    public Trial tried(Map<String, String> files) {
        try {
            return fitting(files);
        } catch (PackProblem e) {
            return new Trial.Wrong(e.problems(), Optional.empty());
        } catch (CannotStart e) {
            var why = Objects.requireNonNullElse(e.getMessage(), "");
            return wrong(why, why);
        }
    }

    private Trial fitting(Map<String, String> files) {
        var amendment = PackReader.amendment(files);
        if (amendment.filter(one -> one.demonstration() && !demonstration).isPresent()) {
            return wrong(
                    "这是演示文件（demonstration: true），不能在正式运行的城市中施行。",
                    "The document is invented (demonstration: true) and holds in a demonstration only.");
        }
        var id = PackReader.id(files);
        if (id.filter(packs()::contains).isPresent()) {
            return wrong(
                    "已经有编号为 " + id.get() + " 的文件：要改它，请另写一份修改它的文件（pack.yaml 中的 amends），用自己的编号。",
                    "There is a document " + id.get()
                            + " already: to change it, write one that amends it (amends in pack.yaml), with an id of its own.");
        }
        var before = amendment.flatMap(this::before);
        if (amendment.isPresent() && before.isEmpty()) {
            var amends = amendment.get().amends();
            return wrong("它修改 " + amends + "，但没有这份文件。", "It amends " + amends + ", and there is no such document.");
        }
        var whole = amendment.isPresent()
                ? amendment.get().applied(before.orElseThrow().files(), files)
                : files;
        var flaws = PublishedPacks.problemsOf(whole);
        if (!Flaw.grave(flaws).isEmpty()) {
            return new Trial.Wrong(Flaw.grave(flaws), Optional.empty());
        }
        var more = new LinkedHashMap<>(entered.files(entered.approved()));
        more.put(id.orElseThrow(), files);
        with(more, false);
        var after = PackReader.read(whole);
        return new Trial.Fits(
                amendment.map(Amendment::document).orElseGet(after::document),
                after,
                before.map(Edition::pack),
                amendment,
                flaws);
    }

    /** How the document stands that an amendment changes until that one holds; empty where there is none. */
    private Optional<Edition> before(Amendment amendment) {
        return present().packs().of(amendment.amends()).stream()
                .filter(one ->
                        one.amendments().stream().allMatch(earlier -> Amendment.ORDER.compare(earlier, amendment) < 0))
                .map(DatedEdition::edition)
                .reduce((_, later) -> later);
    }

    /** The ids of the packs of all documents, of those that amend another one too. */
    private List<String> packs() {
        return present().packs().all().stream()
                .flatMap(editions -> Stream.concat(
                        Stream.of(editions.getFirst().edition().pack().id()),
                        editions.getLast().amendments().stream().map(Amendment::pack)))
                .toList();
    }

    private static Trial wrong(String zh, String en) {
        return new Trial.Wrong(List.of(), Optional.of(Text.of(zh, en)));
    }
}
