package org.zhongchuang.procedure.inbox.web;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhongchuang.engine.Fact;
import org.zhongchuang.engine.Finding;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.PersonId;
import org.zhongchuang.ground.file.Storing;
import org.zhongchuang.procedure.casework.Handling;
import org.zhongchuang.procedure.casework.Handling.Reason;
import org.zhongchuang.procedure.casework.Papers;
import org.zhongchuang.procedure.casework.Step;
import org.zhongchuang.procedure.filing.TypedAnswers.Typed;
import org.zhongchuang.procedure.inbox.CaseDetails;

/**
 * An application being written or corrected.
 *
 * @param openTargets what may be changed now; empty where everything may
 * @param typed what was sent and could not be kept
 * @param mistakes what is wrong with answers, by fact
 * @param taken what became of files that were sent; empty where none were looked for
 * @param questions what the applicant is asked
 * @param last who answered last, by fact
 * @param reader who looks at it
 */
public record ApplicationPage(
        PolicyPack pack,
        CaseDetails details,
        Optional<List<String>> openTargets,
        Map<String, String> typed,
        Map<String, Text> mistakes,
        Optional<List<Taken>> taken,
        Handling.@Nullable Reason refused,
        UUID request,
        boolean saved,
        List<Fact> questions,
        Map<String, Typed> last,
        PersonId reader) {

    private static final Set<Reason> INCOMPLETE =
            EnumSet.of(Reason.NOT_COMPLETE, Reason.CRITERIA_NOT_MET, Reason.NO_STATEMENT);

    /** A file that was sent, as which paper, and why it was not kept, if it was not. */
    public record Taken(String evidence, String name, Optional<Storing.Reason> why) {

        public boolean isKept() {
            return why.isEmpty();
        }

        /** Whether it is with the application now, kept this time or before. */
        boolean isThere() {
            return why.isEmpty() || why.get() == Storing.Reason.THERE_ALREADY;
        }

        /** The sentence that says why it was not kept. */
        public Optional<Text> refused() {
            return why.map(one -> Uploads.notKept(name, one.text()));
        }
    }

    /** Something that stands in the way of filing, and where on the page it is mended. */
    public record Fault(String at, Text what) {}

    /** Whether papers of this kind may be handed in or taken out now. */
    public boolean isOpenPaper(String evidence) {
        return isOpen(Papers.target(pack, details.programme(), evidence));
    }

    /** Whether this fact may be changed now. */
    public boolean isOpen(String target) {
        return openTargets.map(targets -> targets.contains(target)).orElse(true);
    }

    /** What a field begins with: what was just sent, or what is kept. */
    public String value(String field) {
        return typed.getOrDefault(field, kept(field));
    }

    /** What is kept as the answer, understood or not. */
    public String kept(String fact) {
        return Optional.ofNullable(last.get(fact))
                .flatMap(Typed::unread)
                .orElse(details.facts().getOrDefault(fact, ""));
    }

    /** The colleague who answered last; empty where the reader did, or nobody. */
    public Optional<Typed> colleague(String fact) {
        return Optional.ofNullable(last.get(fact)).filter(one -> !one.by().equals(reader));
    }

    /** The reader's own last answer; empty where it was taken out again, or somebody else answered. */
    public Optional<Typed> own(String fact) {
        return Optional.ofNullable(last.get(fact))
                .filter(one -> one.by().equals(reader) && !kept(fact).isEmpty());
    }

    /** Whether the applicant is asked for it. */
    public boolean asks(String fact) {
        return questions.stream().anyMatch(one -> one.id().equals(fact));
    }

    /** The questions whose answers were just sent. */
    public List<Fact> answered() {
        return questions.stream().filter(one -> typed.containsKey(one.id())).toList();
    }

    public boolean isDraft() {
        return details.file().step() == Step.DRAFT;
    }

    /** Whether defects are being corrected; a form that was open while the case was filed is none. */
    public boolean isCorrection() {
        return details.file().step() == Step.CORRECTION;
    }

    public boolean isWrong() {
        return refused != null || takenInAll().isPresent() || !mistakes.isEmpty();
    }

    /** What became of the files that were sent as that paper. */
    public List<Taken> taken(String evidence) {
        return taken.orElse(List.of()).stream()
                .filter(one -> one.evidence().equals(evidence))
                .toList();
    }

    /** What became of the files that were sent, where not all of them were kept. */
    public Optional<Text> takenInAll() {
        return taken.filter(all -> all.isEmpty() || !all.stream().allMatch(Taken::isKept))
                .map(all -> {
                    var kept = all.stream().filter(Taken::isKept).count();
                    return all.isEmpty()
                            ? Uploads.NONE_CHOSEN
                            : Text.of(
                                    "选了" + all.size() + "个文件，保存了" + kept + "个；没有保存的，原因写在各项材料下面。",
                                    kept + " of " + all.size()
                                            + " files were kept; why the others were not is said at each paper.");
                });
    }

    /** What stands in the way of filing, one by one, where filing was refused for it. */
    public List<Fault> faults() {
        var faults = new ArrayList<Fault>();
        taken.orElse(List.of()).stream()
                .filter(one -> !one.isThere())
                .forEach(one -> one.refused().ifPresent(why -> faults.add(new Fault("paper-" + one.evidence(), why))));
        if (refused == null || !INCOMPLETE.contains(refused)) {
            return faults;
        }
        var missing = details.findings().missing();
        for (var question : questions) {
            var mistake = mistakes.get(question.id());
            if (mistake != null) {
                faults.add(new Fault(question.id(), of(question.label(), mistake)));
            } else if (missing.stream()
                    .anyMatch(one -> one.equals(question.id()) || one.startsWith(question.id() + "."))) {
                faults.add(new Fault(question.id(), of(question.label(), Text.of("还没有填写", "not answered yet"))));
            }
        }
        details.findings().all().stream()
                .filter(Finding.Unmet.class::isInstance)
                .map(one -> new Fault("check", of(one.wording(), Text.of("不满足", "not met"))))
                .forEach(faults::add);
        details.programme().filed().evidence().stream()
                .filter(Programme.Evidence::required)
                .filter(one -> details.attachments().stream()
                        .noneMatch(paper -> paper.evidence().equals(one.id())))
                .map(one -> new Fault("paper-" + one.id(), of(one.label(), Text.of("还没有上传", "not handed in yet"))))
                .forEach(faults::add);
        if (refused == Reason.NO_STATEMENT) {
            faults.add(new Fault("s4", Text.of("还没有确认承诺", "The statement is not confirmed")));
        }
        return faults;
    }

    private static Text of(Text name, Text what) {
        return Text.of(name.zh() + "：" + what.zh(), name.en() + ": " + what.en());
    }

    /** The year that is claimed for, where the claim is for one. */
    public Optional<Integer> year() {
        return details.file().year();
    }
}
