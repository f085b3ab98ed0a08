package org.zhongchuang.law.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
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
import org.zhongchuang.engine.Shown;
import org.zhongchuang.engine.Text;
import org.zhongchuang.engine.Where;
import org.zhongchuang.ground.kernel.DocumentNumber;
import org.zhongchuang.installation.launch.CannotStart;

/**
 * The documents of the city: those that this installation was started with, and those that officers have entered since.
 * One that lies in the folder too, by the id of its pack, is read from there.
 */
@Component
public class Library {

    private static final Logger LOG = LoggerFactory.getLogger(Library.class);
    /** It stands in addresses and names a folder. */
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_NUMBER = 60;
    /** How many documents that wait are not read anew for every look. */
    private static final int MOST_TRIED = 20;

    private final Map<String, Map<String, String>> started;
    private final EnteredDocuments entered;
    private final Editions editions;
    private final Trial.Checks checks;
    private final boolean demonstration;
    private final Map<UUID, Tried> tried = new ConcurrentHashMap<>();
    private volatile Present known;

    @Autowired
    Library(PolicySettings settings, EnteredDocuments entered, Editions editions, Trial.Checks checks) {
        this(
                PackFiles.read(Optional.ofNullable(settings.policies()), settings.shipped()),
                entered,
                editions,
                checks,
                settings.demonstration());
    }

    Library(
            Map<String, Map<String, String>> started,
            EnteredDocuments entered,
            Editions editions,
            Trial.Checks checks,
            boolean demonstration) {
        this.started = started;
        this.entered = entered;
        this.editions = editions;
        this.checks = checks;
        this.demonstration = demonstration;
        var ids = entered.approved();
        this.known = new Present(ids, with(entered.files(ids), true, Stream.empty()));
    }

    /**
     * All documents read together.
     *
     * @param entered those of them that officers entered
     */
    record Present(List<UUID> entered, PublishedPacks packs) {}

    /**
     * The documents as they were last entered, on whichever node. Where this one cannot read what another let in, it
     * goes on by what it knows, and says so.
     */
    Present present() {
        var ids = entered.approved();
        if (!known.entered().equals(ids)) {
            known = new Present(ids, read(ids));
        }
        return known;
    }

    private PublishedPacks read(List<UUID> ids) {
        try {
            return with(entered.files(ids), false, sound());
        } catch (CannotStart e) {
            LOG.error("入库的文件读不出来，仍按原来的办理 / a document that was entered cannot be read here", e);
            return known.packs();
        }
    }

    /** Keeps the editions that the documents now make, in the transaction in which the last of them is let in. */
    public void keep() {
        with(entered.files(entered.approved()), true, sound());
    }

    private PublishedPacks with(Map<String, Map<String, String>> more, boolean keeping, Stream<Edition> sound) {
        return new PublishedPacks(together(more), editions, demonstration, keeping, sound);
    }

    /** What the city works by was read and found sound; a document more does not change that. */
    private Stream<Edition> sound() {
        return known.packs().all().stream().flatMap(List::stream).map(DatedEdition::edition);
    }

    /** The files of all documents; a folder may be called as the pack of another document is. */
    private Map<String, Map<String, String>> together(Map<String, Map<String, String>> more) {
        var all = new LinkedHashMap<>(started);
        var own = started.values().stream().map(PackReader::id).toList();
        more.forEach((pack, files) -> {
            if (own.contains(Optional.of(pack))) {
                LOG.info("{}：以文件夹中的为准 / read from the folder", pack);
            } else {
                all.put("/documents/" + pack, files);
            }
        });
        return all;
    }

    /** What was found of a document, as long as no other one is entered. */
    private record Tried(List<UUID> among, Trial trial) {}

    /** Reads a document that waits together with all others. */
    public Trial tried(UUID document) {
        var among = present().entered();
        var before = tried.get(document);
        if (before != null && before.among().equals(among)) {
            return before.trial();
        }
        if (tried.size() >= MOST_TRIED) {
            tried.clear();
        }
        var trial = tried(entered.files(document));
        tried.put(document, new Tried(among, trial));
        return trial;
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
        var unread = PackReader.problemsOfFiles(files);
        if (!unread.isEmpty()) {
            return new Trial.Wrong(unread, Optional.empty());
        }
        var amendment = PackReader.amendment(files);
        if (amendment.filter(one -> one.demonstration() && !demonstration).isPresent()) {
            return wrong(
                    "这是演示文件（demonstration: true），不能在正式运行的城市中施行。",
                    "The document is invented (demonstration: true) and holds in a demonstration only.");
        }
        var id = PackReader.id(files);
        if (id.filter(one -> !ID.matcher(one).matches()).isPresent()) {
            return wrong(
                    "政策包的编号（pack.yaml 的 pack）只能用小写字母、数字和连字符，最多60个字符。",
                    "The id of the pack (pack in pack.yaml) has small letters, digits and hyphens only, 60 characters at most.");
        }
        if (id.filter(one -> named().anyMatch(other -> other.getKey().equals(one)))
                .isPresent()) {
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
        var whole = whole(files, amendment, before);
        var edition = Edition.of(whole, List.of());
        var after = edition.pack();
        var flaws = checks.problemsOf(after, files, whole);
        if (!Flaw.grave(flaws).isEmpty()) {
            return new Trial.Wrong(Flaw.grave(flaws), Optional.empty());
        }
        var own = amendment.map(Amendment::document).orElseGet(after::document);
        var faulty = faulty(own);
        if (faulty.isPresent()) {
            return new Trial.Wrong(List.of(), faulty);
        }
        var more = entered.files(entered.approved());
        var doubts = new ArrayList<>(flaws);
        amendment.ifPresent(one -> doubts.addAll(changedAgain(one, files.keySet(), more)));
        more.put(id.orElseThrow(), files);
        var together = with(more, false, Stream.concat(sound(), Stream.of(edition)));
        return new Trial.Fits(own, after, before.map(Edition::pack), amendment, doubts, List.copyOf(together.all()));
    }

    private static Map<String, String> whole(
            Map<String, String> files, Optional<Amendment> amendment, Optional<Edition> before) {
        return amendment.isPresent()
                ? amendment.get().applied(before.orElseThrow().files(), files)
                : files;
    }

    /**
     * A document beside the one that it amends as that stands without it, whatever became of it; empty where it cannot
     * be read any more.
     */
    public Optional<Trial.Compared> compared(UUID document) {
        var files = entered.files(document);
        try {
            var amendment = PackReader.amendment(files);
            var before = amendment.flatMap(this::before);
            return amendment.isPresent() && before.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Trial.Compared(
                            amendment, before.map(Edition::pack), PackReader.read(whole(files, amendment, before))));
        } catch (PackProblem _) {
            return Optional.empty();
        }
    }

    /** How the document stands that an amendment changes until that one holds; empty where there is none. */
    private Optional<Edition> before(Amendment amendment) {
        return present().packs().of(amendment.amends()).stream()
                .filter(one ->
                        one.amendments().stream().allMatch(earlier -> Amendment.ORDER.compare(earlier, amendment) < 0))
                .map(DatedEdition::edition)
                .reduce((_, later) -> later);
    }

    /** Why a document cannot be told from another one, or its title not be shown. */
    private Optional<Text> faulty(Document document) {
        if (document.title().zh().length() > LONGEST_TITLE || document.number().length() > LONGEST_NUMBER) {
            return Optional.of(Text.of("文号最多60个字，标题最多200个字。", "A number has at most 60 characters, a title 200."));
        }
        return named().anyMatch(one -> DocumentNumber.isSame(one.getValue().number(), document.number()))
                ? Optional.of(Text.of(
                        "已经有文号为 " + document.number() + " 的文件。",
                        "There is a document with the number " + document.number() + " already."))
                : Optional.empty();
    }

    /** Files of an amendment that later ones change too: from their days on these count, and nothing of it is left. */
    private List<Flaw> changedAgain(Amendment amendment, Set<String> paths, Map<String, Map<String, String>> approved) {
        var flaws = new ArrayList<Flaw>();
        for (var files : together(approved).values()) {
            PackReader.amendment(files)
                    .filter(one -> one.amends().equals(amendment.amends()))
                    .filter(one -> Amendment.ORDER.compare(amendment, one) < 0)
                    .filter(one -> demonstration || !one.demonstration())
                    .ifPresent(later -> paths.stream()
                            .filter(path -> files.containsKey(path) && !path.equals("pack.yaml"))
                            .forEach(path -> flaws.add(changedAgain(path, later.document()))));
        }
        return flaws;
    }

    private static Flaw changedAgain(String path, Document later) {
        var day = Shown.day(later.effectiveFrom());
        return Flaw.doubt(
                Where.in(path),
                Text.of(
                        later.number() + " 自" + day.zh() + "起也改这个文件，从那天起以它的为准，这里的改动不再有效",
                        later.number() + " changes this file too, from " + day.en()
                                + " on; from that day its text counts and this change is gone"));
    }

    /** All documents by the ids of their packs, those that amend another one too. */
    private Stream<Map.Entry<String, Document>> named() {
        return present().packs().all().stream().flatMap(editions -> {
            var first = editions.getFirst().edition().pack();
            return Stream.concat(
                    Stream.of(Map.entry(first.id(), first.document())),
                    editions.getLast().amendments().stream().map(one -> Map.entry(one.pack(), one.document())));
        });
    }

    private static Trial wrong(String zh, String en) {
        return new Trial.Wrong(List.of(), Optional.of(Text.of(zh, en)));
    }
}
