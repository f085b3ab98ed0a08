package org.zhongchuang.procedure.inbox.web;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.multipart.MultipartFile;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.file.Storing;
import org.zhongchuang.ground.kernel.PlainForm;
import org.zhongchuang.ground.kernel.Typed;
import org.zhongchuang.procedure.casework.CaseId;
import org.zhongchuang.procedure.filing.AnswerQuestions;
import org.zhongchuang.procedure.filing.AttachPapers;
import org.zhongchuang.procedure.filing.Costs;
import org.zhongchuang.procedure.inbox.web.ApplicationPage.Taken;

/**
 * What the form of an application brings. It is one form with several buttons: whichever is pressed, all that stands in
 * it is kept as far as it can be, so that no answer, invoice or file is lost because another button was meant for it.
 */
@Component
class SentForm {

    /** How the fields begin in which files are chosen for one of the papers. */
    private static final String FILE = "file.";
    /** What the hidden fields begin with that say what a question showed. */
    private static final String SEEN = "seen.";
    /** What is written of an invoice; its kind is always chosen. */
    private static final List<String> INVOICE = List.of("code", "number", "seller", "day", "sum");

    private final AnswerQuestions answers;
    private final AttachPapers papers;
    private final Costs costs;

    SentForm(AnswerQuestions answers, AttachPapers papers, Costs costs) {
        this.answers = answers;
        this.papers = papers;
        this.costs = costs;
    }

    /**
     * What became of it.
     *
     * @param typed what is to be shown in the fields again
     * @param mistakes what is wrong, by field
     * @param taken what became of each file
     */
    record Kept(Map<String, String> typed, Map<String, Text> mistakes, List<Taken> taken) {

        /** Whether everything is there now; a file that lay there already is. */
        boolean isWhole() {
            return mistakes.isEmpty() && taken.stream().allMatch(Taken::isThere);
        }
    }

    /** Keeps everything; an invoice of which nothing is written is none. */
    Kept keep(Actor actor, CaseId id, Map<String, String> typed, MultiValueMap<String, MultipartFile> files)
            throws IOException {
        var isInvoice = INVOICE.stream()
                .anyMatch(field -> !typed.getOrDefault(field, "").isBlank());
        return isInvoice
                ? keepWithInvoice(actor, id, typed, files)
                : new Kept(typed, answer(actor, id, typed), take(actor, id, files));
    }

    /** Keeps everything, the invoice too, whatever of it is missing. */
    Kept keepWithInvoice(Actor actor, CaseId id, Map<String, String> typed, MultiValueMap<String, MultipartFile> files)
            throws IOException {
        var left = new HashMap<>(typed);
        var mistakes = new HashMap<>(answer(actor, id, typed));
        mistakes.putAll(add(actor, id, left));
        return new Kept(left, mistakes, take(actor, id, files));
    }

    private Map<String, Text> answer(Actor actor, CaseId id, Map<String, String> typed) {
        var seen = new HashMap<String, String>();
        typed.forEach((field, text) -> {
            if (field.startsWith(SEEN)) {
                seen.put(field.substring(SEEN.length()), text);
            }
        });
        return answers.answer(actor, id, typed, seen);
    }

    /** Adds the invoice that was typed, which then stands in its fields no more, or says what is wrong at each. */
    private Map<String, Text> add(Actor actor, CaseId id, Map<String, String> typed) {
        var faults = costs.add(
                actor,
                id,
                new Costs.Invoice(
                        id.value(),
                        typed.getOrDefault("kind", ""),
                        Typed.text(typed, "seller"),
                        PlainForm.ofCode(Typed.text(typed, "code")),
                        PlainForm.ofCode(Typed.text(typed, "number")),
                        Typed.day(PlainForm.narrow(typed.getOrDefault("day", "")))
                                .orElse(LocalDate.MAX),
                        Typed.money(typed.getOrDefault("sum", "")).orElse(Fen.ZERO)));
        if (faults.isEmpty()) {
            INVOICE.forEach(typed::remove);
        }
        var mistakes = new HashMap<String, Text>();
        faults.forEach(fault -> mistakes.put(fault.field(), fault.text()));
        return mistakes;
    }

    /** Takes in what was chosen, for one of the papers or for several, each file by itself. */
    private List<Taken> take(Actor actor, CaseId id, MultiValueMap<String, MultipartFile> files) throws IOException {
        var taken = new ArrayList<Taken>();
        for (var field : files.entrySet()) {
            var paper = field.getKey().startsWith(FILE) ? field.getKey().substring(FILE.length()) : "";
            for (var file : Uploads.chosen(field.getValue())) {
                var name = Uploads.name(file);
                try (var content = file.getInputStream()) {
                    taken.add(
                            switch (papers.attach(actor, id, paper, content, name)) {
                                case Storing.Stored(var stored) -> new Taken(paper, stored.name(), Optional.empty());
                                case Storing.Rejected(var why) -> new Taken(paper, name, Optional.of(why));
                            });
                }
            }
        }
        return taken;
    }
}
