package org.zhongchuang.procedure.filing;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.engine.Fact;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.procedure.casework.CaseFacts;
import org.zhongchuang.procedure.casework.CaseFile;
import org.zhongchuang.procedure.casework.CaseId;
import org.zhongchuang.procedure.casework.CaseRules;
import org.zhongchuang.procedure.casework.Defects;
import org.zhongchuang.records.registry.KnownFact;

/**
 * The questions of an application, answered one by one. Colleagues may answer at the same time: an answer is written
 * only where it differs from what the page showed, and never over one that a colleague has given since.
 */
@Service
public class AnswerQuestions {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm");

    private final Drafts drafts;
    private final CaseFacts facts;
    private final TypedAnswers typedAnswers;
    private final Defects defects;
    private final CaseRules rules;
    private final ReadAnew anew;

    AnswerQuestions(
            Drafts drafts,
            CaseFacts facts,
            TypedAnswers typedAnswers,
            Defects defects,
            CaseRules rules,
            ReadAnew anew) {
        this.anew = anew;
        this.drafts = drafts;
        this.facts = facts;
        this.typedAnswers = typedAnswers;
        this.defects = defects;
        this.rules = rules;
    }

    /** Lets a draft say what the registers and records say now, where nobody has answered otherwise. */
    @Transactional
    public void readAnew(Actor actor, CaseId id) {
        anew.read(actor, id);
    }

    /** Who answered each question last, by fact. */
    public Map<String, TypedAnswers.Typed> last(CaseId id) {
        return typedAnswers.of(id);
    }

    /** Keeps answers whatever was shown before. */
    @Transactional
    public Map<String, Text> answer(Actor actor, CaseId id, Map<String, String> typed) {
        return answer(actor, id, typed, Map.of());
    }

    /**
     * Keeps the answers that can be understood and returns what is wrong with the others.
     *
     * @param typed what was typed, by fact; an empty answer takes the fact out again
     * @param seen what the page showed before, by fact, as far as that is known
     */
    @Transactional
    public Map<String, Text> answer(Actor actor, CaseId id, Map<String, String> typed, Map<String, String> seen) {
        var file = drafts.writable(actor, id);
        var open = defects.openTargets(file);
        var mistakes = new LinkedHashMap<String, Text>();
        var shown = new LinkedHashMap<>(facts.answers(id));
        shown.putAll(typedAnswers.unread(id));
        rules.of(file).factsOf(file.programme()).stream()
                .filter(fact -> typed.containsKey(fact.id())
                        && facts.isDeclared(file, fact)
                        && open.map(targets -> targets.contains(fact.id())).orElse(true))
                .forEach(fact -> answer(
                                actor,
                                file,
                                fact,
                                plain(typed.getOrDefault(fact.id(), "")),
                                Optional.ofNullable(seen.get(fact.id())).map(AnswerQuestions::plain),
                                shown.getOrDefault(fact.id(), ""))
                        .ifPresent(mistake -> mistakes.put(fact.id(), mistake)));
        return mistakes;
    }

    private Optional<Text> answer(
            Actor actor, CaseFile file, Fact fact, String text, Optional<String> seen, String shown) {
        var answer = rules.read(fact, text);
        if (text.equals(shown) || answer.value().filter(shown::equals).isPresent()) {
            return text.isEmpty() ? Optional.empty() : answer.mistake();
        }
        if (seen.filter(text::equals).isPresent()) {
            return Optional.empty();
        }
        if (seen.isPresent() && !seen.get().equals(shown)) {
            return Optional.of(changedMeanwhile(file.id(), fact, shown));
        }
        answer.value()
                .filter(_ -> !text.isEmpty())
                .ifPresentOrElse(
                        value -> facts.keep(file.id(), fact.id(), value, KnownFact.Source.DECLARED),
                        () -> facts.forget(file.id(), fact.id()));
        var mistake = text.isEmpty() ? Optional.<Text>empty() : answer.mistake();
        typedAnswers.keep(actor, file.id(), fact.id(), mistake.map(_ -> text));
        return mistake;
    }

    private Text changedMeanwhile(CaseId id, Fact fact, String shown) {
        var now = shown.isEmpty() ? Text.of("空白", "blank") : fact.optionLabel(shown);
        var by = Optional.ofNullable(typedAnswers.of(id).get(fact.id()));
        var who = by.map(one -> "（" + one.name() + "，"
                        + one.at().atZone(ZoneId.of("Asia/Shanghai")).format(MINUTE) + "）")
                .orElse("");
        return Text.of(
                "同事刚改为“" + now.zh() + "”" + who + "，您填的没有保存。要用您填的，请点“保存”。",
                "A colleague has just changed it to “" + now.en() + "”" + who
                        + "; yours was not saved. To use yours, press Save.");
    }

    /** As it is compared: without blanks around it and with one kind of line end. */
    private static String plain(String text) {
        return text.strip().replace("\r\n", "\n");
    }
}
