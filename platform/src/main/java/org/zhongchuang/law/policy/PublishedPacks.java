package org.zhongchuang.law.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.PackCheck;
import org.zhongchuang.engine.PackProblem;
import org.zhongchuang.engine.Together;
import org.zhongchuang.installation.launch.CannotStart;

/**
 * The packs that this installation was started with, each as it was published. The first that has areas leads: it gives
 * the city its areas and names. One that breaks a promise stops the start, with the reason.
 */
@Component
class PublishedPacks {

    private final Editions editions;
    private final List<Edition> packs;

    @Autowired
    PublishedPacks(PolicySettings settings, Editions editions) {
        this(PackFiles.read(Optional.ofNullable(settings.policies()), settings.shipped()), editions);
    }

    PublishedPacks(Map<String, Map<String, String>> files, Editions editions) {
        this.editions = editions;
        var read = new ArrayList<Edition>();
        files.forEach((folder, texts) -> read.add(checked(folder, texts)));
        var all = read.stream().map(Edition::pack).toList();
        var leading = all.stream()
                .filter(one -> !one.areas().isEmpty())
                .findFirst()
                .orElseThrow(() -> new CannotStart(
                        "没有一个政策包写明区域（pack.yaml 的 areas）。", "no pack names areas (areas in pack.yaml)."));
        Together.problemsOf(all).stream().findFirst().ifPresent(problem -> {
            throw new CannotStart(problem.zh(), problem.en());
        });
        read.sort((one, other) -> Boolean.compare(other.pack() == leading, one.pack() == leading));
        packs = List.copyOf(read);
        packs.forEach(editions::keep);
    }

    private Edition checked(String folder, Map<String, String> files) {
        try {
            var shipped = Edition.of(files, List.of());
            var pack = shipped.pack().remembering(editions.former(shipped.pack()));
            var problems = new ArrayList<>(PackCheck.plainProblemsOf(pack));
            problems.addAll(RolesOfPack.problemsOf(pack));
            if (problems.isEmpty()) {
                return new Edition(pack, shipped.packed(), List.of());
            }
            throw refused(folder, problems);
        } catch (PackProblem e) {
            throw refused(folder, e.problems());
        }
    }

    private static CannotStart refused(String folder, List<String> problems) {
        var told = String.join("\n", problems);
        return new CannotStart("政策包 %s 有问题：\n%s".formatted(folder, told), "the pack %s has problems".formatted(folder));
    }

    /** All of them, the leading one first. */
    List<Edition> all() {
        return packs;
    }

    Optional<Edition> find(String pack) {
        return packs.stream().filter(one -> one.pack().id().equals(pack)).findFirst();
    }

    /** Keeps an edition for what rests on it. */
    void keep(Edition edition) {
        find(edition.pack().id())
                .ifPresent(published -> editions.keep(edition, published.pack().edition()));
    }
}
