package org.zhongchuang.procedure.inbox.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.zhongchuang.engine.Fact;
import org.zhongchuang.engine.Text;
import org.zhongchuang.law.policy.Answers;
import org.zhongchuang.procedure.casework.Desk;
import org.zhongchuang.procedure.casework.Handling.Reason;

/** At which fields of a form of a case it stands why the act was refused: those that have to be changed. */
record CaseMistakes(Reason reason, Map<String, String> typed, List<Fact> facts) {

    private static final String DEFECT = "defect.";
    static final String FAULT = "fault.";
    private static final String REPLY = "reply.";
    static final String CHECK = "check.";
    static final String REASON = "reason.";

    /** What somebody writes in their own words; a form has one of them. */
    private static final List<String> WRITTEN =
            List.of("opinion", "reasons", "reason", "resolution", "reply", "notes", "note");
    /** Where one of several is chosen; a form has one of them. */
    private static final List<String> CHOSEN = List.of("colleague", "proposal", "admits", "upheld", "way");
    /** What else is chosen and not written, beside what is ticked. */
    private static final List<String> PICKED = List.of("companion", "day", "payer");

    /** By field; empty where no field is to blame. */
    Map<String, Text> byField() {
        return switch (reason) {
            case NO_REASON -> reasons();
            case NO_DOCUMENT, NOT_A_DOCUMENT_NUMBER -> at(List.of("document"));
            case NO_MINUTES, NOT_A_MINUTES_NUMBER -> at(List.of("minutes"));
            case WRONG_DAY -> at(List.of("day"));
            case TAKES_TWO -> at(List.of("companion"));
            case NO_PAYER -> at(List.of("payer"));
            case BELOW_PASS_MARK -> at(List.of("proposal"));
            case NO_CHOICE -> at(CHOSEN);
            case FACTS_OPEN -> openFacts();
            case TOO_LONG -> where((_, text) -> text.length() > Desk.LONGEST_TEXT);
            case CRITERION_HOLDS -> where((field, text) -> field.startsWith(REASON) && !text.isBlank());
            case NO_DEFECTS -> first(DEFECT);
            case UNTOUCHED -> first(REPLY);
            case NO_STATEMENT -> at(List.of("stated"));
            case WRONG_LENGTH ->
                where((field, text) -> (field.startsWith(DEFECT) || field.startsWith(REPLY))
                        ? !text.isBlank() && !Desk.fits(text, 2, 1000)
                        : List.of("document", "minutes").contains(field) && !Desk.fits(text, 2, 60));
            case FAULT_WITHOUT_REASON -> where((field, text) -> field.startsWith(FAULT) && !isFault(field, text));
            case PARTS_DIFFER -> {
                var parts = where((field, text) -> field.startsWith("part.") && !text.isBlank());
                yield parts.isEmpty() ? at(List.of("part.1")) : parts;
            }
            default -> Map.of();
        };
    }

    /** An item that is ticked has nothing beside it, another one says what was wrong. */
    private boolean isFault(String field, String text) {
        return "yes".equals(typed.get(CHECK + field.substring(FAULT.length())))
                ? text.isBlank()
                : Desk.fits(text, 2, 1000);
    }

    /** Whether a field is one in which something is ticked or chosen, and nothing written. */
    static boolean isChosen(String field) {
        return field.startsWith(CHECK) || CHOSEN.contains(field) || PICKED.contains(field);
    }

    private Map<String, Text> reasons() {
        var points = where((field, text) -> isPoint(field) && !text.isBlank() && !Desk.fits(text, 2, 500));
        if (!points.isEmpty()) {
            return points;
        }
        var point = typed.keySet().stream().filter(CaseMistakes::isPoint).findFirst();
        return point.isPresent() ? at(List.of(point.get())) : at(WRITTEN);
    }

    /** One of the points that a refusal may rest on. */
    private static boolean isPoint(String field) {
        return field.startsWith(REASON) || field.startsWith("ground.");
    }

    /** What is wrong with each of the facts that the reader's office establishes. */
    private Map<String, Text> openFacts() {
        var mistakes = new LinkedHashMap<String, Text>();
        for (var fact : facts) {
            var text = typed.getOrDefault(fact.id(), "").strip();
            Optional<Text> wrong = text.isEmpty()
                    ? Optional.of(reason.text())
                    : Answers.read(fact, text).mistake();
            wrong.ifPresent(mistake -> mistakes.put(fact.id(), mistake));
        }
        return mistakes;
    }

    private Map<String, Text> first(String prefix) {
        return typed.keySet().stream()
                .filter(field -> field.startsWith(prefix))
                .findFirst()
                .map(field -> at(List.of(field)))
                .orElse(Map.of());
    }

    private Map<String, Text> where(BiPredicate<String, String> isWrong) {
        return at(typed.entrySet().stream()
                .filter(one -> isWrong.test(one.getKey(), one.getValue().strip()))
                .map(Map.Entry::getKey)
                .toList());
    }

    private Map<String, Text> at(List<String> fields) {
        var mistakes = new LinkedHashMap<String, Text>();
        fields.forEach(field -> mistakes.put(field, reason.text()));
        return mistakes;
    }
}
