package org.zhongchuang.law.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhongchuang.engine.Amendment;
import org.zhongchuang.engine.Flaw;
import org.zhongchuang.engine.PackCheck;
import org.zhongchuang.engine.PackProblem;
import org.zhongchuang.engine.PackReader;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.engine.Together;
import org.zhongchuang.installation.launch.CannotStart;

/**
 * Documents read together, each as it was published and as later documents amended it. The first that has areas leads:
 * it gives the city its areas and names. Where one breaks a promise there is no reading them, and the reason is told.
 */
class PublishedPacks {

    private static final Logger LOG = LoggerFactory.getLogger(PublishedPacks.class);

    private final Editions editions;
    private final boolean keeping;
    /** Editions that were read and found sound before, by their files. */
    private final Map<String, Edition> ready = new HashMap<>();

    /** The editions of each document by the id of its pack, the leading document first, each in the order of time. */
    private final Map<String, List<DatedEdition>> documents = new LinkedHashMap<>();

    /**
     * @param files the files of each document by path, by its folder
     * @param demonstration whether amendments that are invented hold too
     */
    PublishedPacks(Map<String, Map<String, String>> files, Editions editions, boolean demonstration) {
        this(files, editions, demonstration, true, Stream.empty());
    }

    /**
     * @param keeping whether the editions are kept: not while somebody only tries how documents go together
     * @param sound editions that were read and found sound before, and are not read again
     */
    PublishedPacks(
            Map<String, Map<String, String>> files,
            Editions editions,
            boolean demonstration,
            boolean keeping,
            Stream<Edition> sound) {
        this.editions = editions;
        this.keeping = keeping;
        sound.forEach(one -> ready.put(one.packed(), one));
        var amendments = new ArrayList<Amending>();
        var read = new ArrayList<List<DatedEdition>>();
        var texts = new LinkedHashMap<String, Map<String, String>>();
        files.forEach((folder, inside) -> amendment(folder, inside)
                .ifPresentOrElse(
                        one -> amendments.add(new Amending(folder, one, inside)), () -> texts.put(folder, inside)));
        amendments.sort((one, other) -> Amendment.ORDER.compare(one.amendment(), other.amendment()));
        if (!demonstration) {
            amendments.removeIf(PublishedPacks::isInvented);
        }
        texts.forEach((folder, inside) -> read.add(editions(folder, inside, amendments)));
        demandWhatIsAmended(read, amendments);
        var leading = read.stream()
                .filter(one -> !one.getFirst().edition().pack().areas().isEmpty())
                .findFirst()
                .orElseThrow(() -> new CannotStart(
                        "没有一个政策包写明区域（pack.yaml 的 areas）。", "no pack names areas (areas in pack.yaml)."));
        read.remove(leading);
        read.addFirst(leading);
        demandThatTheyGoTogether(
                read.stream().map(one -> one.getFirst().edition().pack()).toList());
        read.forEach(one -> documents.put(one.getFirst().edition().pack().id(), List.copyOf(one)));
        days().forEach(day ->
                demandThatTheyGoTogether(on(day).stream().map(Edition::pack).toList()));
    }

    private static boolean isInvented(Amending one) {
        if (one.amendment().demonstration()) {
            LOG.info("{}：虚构的修改文件，只在演示中有效 / invented, holds in a demonstration only", one.folder());
        }
        return one.amendment().demonstration();
    }

    private static void demandWhatIsAmended(List<List<DatedEdition>> read, List<Amending> amendments) {
        var known =
                read.stream().map(one -> one.getFirst().edition().pack().id()).toList();
        amendments.stream()
                .filter(one -> !known.contains(one.amendment().amends()))
                .findFirst()
                .ifPresent(one -> {
                    throw new CannotStart(
                            "政策包 %s 修改 %s，但没有这个政策包。"
                                    .formatted(one.folder(), one.amendment().amends()),
                            "the pack %s amends %s, and there is no such pack."
                                    .formatted(one.folder(), one.amendment().amends()));
                });
    }

    private static void demandThatTheyGoTogether(List<PolicyPack> packs) {
        Together.problemsOf(packs).stream().findFirst().ifPresent(problem -> {
            throw new CannotStart(problem.zh(), problem.en());
        });
    }

    /** A document that changes another one, as it was found. */
    private record Amending(String folder, Amendment amendment, Map<String, String> files) {}

    private static Optional<Amendment> amendment(String folder, Map<String, String> files) {
        try {
            return PackReader.amendment(files);
        } catch (PackProblem e) {
            throw refused(folder, e.problems());
        }
    }

    /** A document as it was published, and as it stands once each of its amendments holds. */
    private List<DatedEdition> editions(String folder, Map<String, String> files, List<Amending> all) {
        var found = new ArrayList<DatedEdition>();
        var first = checked(folder, files);
        found.add(new DatedEdition(first.pack().document().effectiveFrom(), first, List.of()));
        var texts = files;
        var holding = new ArrayList<Amendment>();
        for (var one : all) {
            var amendment = one.amendment();
            if (amendment.amends().equals(first.pack().id())) {
                try {
                    texts = amendment.applied(texts, one.files());
                } catch (PackProblem e) {
                    throw refused(one.folder(), e.problems());
                }
                var edition = checked(one.folder(), texts);
                holding.add(amendment);
                found.add(new DatedEdition(amendment.document().effectiveFrom(), edition, List.copyOf(holding)));
            }
        }
        return found;
    }

    private Edition checked(String folder, Map<String, String> files) {
        try {
            var known = ready.get(Edition.packed(files));
            var shipped = known == null ? Edition.of(files, List.of()) : known;
            var pack = shipped.pack().remembering(editions.former(shipped.pack()));
            var grave = known == null ? Flaw.grave(problemsOf(pack)) : List.<Flaw>of();
            if (grave.isEmpty()) {
                var edition = new Edition(pack, shipped.packed(), List.of());
                if (keeping) {
                    editions.keep(edition);
                }
                return edition;
            }
            throw refused(folder, Flaw.placed(grave, files));
        } catch (PackProblem e) {
            throw refused(folder, e.problems());
        }
    }

    private static List<Flaw> problemsOf(PolicyPack pack) {
        var problems = new ArrayList<>(PackCheck.plainProblemsOf(pack));
        problems.addAll(RolesOfPack.problemsOf(pack));
        return problems;
    }

    private static CannotStart refused(String folder, List<Flaw> problems) {
        var told = problems.stream().map(Flaw::said).collect(Collectors.joining("\n"));
        return new CannotStart("政策包 %s 有问题：\n%s".formatted(folder, told), "the pack %s has problems".formatted(folder));
    }

    /** Each day on which some document comes to stand otherwise. */
    private List<LocalDate> days() {
        return documents.values().stream()
                .flatMap(List::stream)
                .map(DatedEdition::from)
                .distinct()
                .sorted()
                .toList();
    }

    /** Every document as it stands on a day, the leading one first. */
    private List<Edition> on(LocalDate day) {
        return documents.values().stream()
                .map(editions -> DatedEdition.on(editions, day).edition())
                .toList();
    }

    /** The editions of each document in the order of time, the leading document first. */
    Collection<List<DatedEdition>> all() {
        return documents.values();
    }

    /** The editions of a document in the order of time; none where there is no such document. */
    List<DatedEdition> of(String pack) {
        return documents.getOrDefault(pack, List.of());
    }

    /** Keeps an edition for what rests on it. */
    void keep(Edition edition) {
        documents.getOrDefault(edition.pack().id(), List.of()).stream()
                .map(DatedEdition::edition)
                .filter(published -> published.packed().equals(edition.packed()))
                .findFirst()
                .ifPresent(published -> editions.keep(edition, published.pack().edition()));
    }
}
