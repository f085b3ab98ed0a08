package org.zhongchuang.records.evidence.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Concerns;
import org.zhongchuang.ground.access.Deed;
import org.zhongchuang.ground.access.Only;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.shell.Problem;
import org.zhongchuang.records.evidence.AlikeNames;
import org.zhongchuang.records.evidence.Batch;
import org.zhongchuang.records.evidence.Batches;
import org.zhongchuang.records.evidence.Entry;
import org.zhongchuang.records.evidence.Imports;
import org.zhongchuang.records.evidence.KeepRecords;
import org.zhongchuang.records.evidence.KeepRecords.Listing;
import org.zhongchuang.records.evidence.Recording;
import org.zhongchuang.records.evidence.SentTable;
import org.zhongchuang.records.evidence.WhoseRecords;
import org.zhongchuang.records.registry.Space;
import org.zhongchuang.records.table.Column.Field;
import org.zhongchuang.records.table.RecordKind;

/** The records of one space: lists, forms, tables that are sent or pasted, and what becomes of them. */
@Controller
public class RecordPages {

    private final KeepRecords records;
    private final Imports imports;
    private final Batches batches;
    private final WhoseRecords whose;

    RecordPages(KeepRecords records, Imports imports, Batches batches, WhoseRecords whose) {
        this.records = records;
        this.imports = imports;
        this.batches = batches;
        this.whose = whose;
    }

    /** The records of a space: its kinds and the latest imports. */
    public record RecordsPage(Space space, boolean keeps, List<Batch> batches) {}

    /**
     * The form of one row, as it was filled in.
     *
     * @param corrected the row being corrected
     * @param questions what is asked of a name that looks like others, answered by the keys of names
     */
    public record RowForm(
            Map<Field, String> typed,
            Map<Field, Text> mistakes,
            @Nullable Entry corrected,
            List<AlikeNames.Question> questions,
            Map<String, String> answers) {

        static final RowForm EMPTY = new RowForm(Map.of(), Map.of(), null, List.of(), Map.of());

        RowForm with(Map<Field, Text> wrong) {
            return new RowForm(typed, wrong, corrected, questions, answers);
        }

        RowForm asking(List<AlikeNames.Question> names) {
            return new RowForm(typed, mistakes, corrected, names, answers);
        }

        public String value(Field field) {
            return typed.getOrDefault(field, corrected == null ? "" : corrected.text(field));
        }

        public boolean isBegun() {
            return corrected != null || !mistakes.isEmpty() || !questions.isEmpty();
        }
    }

    /** The rows of one kind with the form for another. */
    public record KindPage(
            Space space,
            RecordKind kind,
            boolean keeps,
            Listing listing,
            String words,
            RowForm form,
            @Nullable Text refused) {}

    @GetMapping("/spaces/{id}/records")
    @Concerns(value = Thing.SPACE, by = "id")
    @Only({Role.OPERATOR, Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.CITY_DECIDER, Role.AUDITOR})
    ModelAndView records(@PathVariable String id, Actor actor) {
        var space = space(id, actor);
        return new ModelAndView(
                "records/evidence/records",
                "page",
                new RecordsPage(space, records.keeps(actor, space.id()), batches.latest(space.id())));
    }

    @GetMapping("/spaces/{id}/records/{kind}")
    @Concerns(
            value = Thing.SPACE,
            by = "id",
            parts = {"kind", "correct"})
    @Only({Role.OPERATOR, Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.CITY_DECIDER, Role.AUDITOR})
    ModelAndView kind(
            @PathVariable String id,
            @PathVariable String kind,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") long before,
            @RequestParam(defaultValue = "0") long correct,
            Actor actor) {
        var space = space(id, actor);
        var wanted = kind(kind);
        var corrected = row(correct, space, wanted);
        var form = new RowForm(Map.of(), Map.of(), corrected, List.of(), Map.of());
        var missing = correct != 0 && corrected == null ? Recording.Reason.NO_SUCH_ROW.text() : null;
        return list(actor, space, wanted, q, before, form, missing);
    }

    private @Nullable Entry row(long id, Space space, RecordKind kind) {
        return records.find(id)
                .filter(one -> one.space().equals(space.id()) && one.kind() == kind)
                .orElse(null);
    }

    private ModelAndView list(
            Actor actor,
            Space space,
            RecordKind kind,
            String words,
            long before,
            RowForm form,
            @Nullable Text refused) {
        return new ModelAndView(
                "records/evidence/kind",
                "page",
                new KindPage(
                        space,
                        kind,
                        records.keeps(actor, space.id()),
                        records.list(space.id(), kind, words, before),
                        words.strip(),
                        form,
                        refused));
    }

    @PostMapping("/spaces/{id}/records/{kind}")
    @Concerns(
            value = Thing.SPACE,
            deed = Deed.KEEP,
            by = "id",
            parts = {"kind", "corrects"})
    @Only(Role.OPERATOR)
    ModelAndView write(
            @PathVariable String id,
            @PathVariable String kind,
            @RequestParam(defaultValue = "0") long corrects,
            @RequestParam Map<String, String> form,
            Actor actor) {
        var space = space(id, actor);
        var wanted = kind(kind);
        var typed = new EnumMap<Field, String>(Field.class);
        wanted.columns()
                .forEach(column -> typed.put(
                        column.field(), form.getOrDefault(column.field().id(), "")));
        var corrected = row(corrects, space, wanted);
        var names = AlikeNames.answers(form);
        var recording = corrected != null
                ? records.correct(actor, corrected.id(), typed, names)
                : corrects == 0
                        ? records.write(actor, space.id(), wanted, typed, names)
                        : new Recording.Refused(Recording.Reason.NO_SUCH_ROW);
        var filled = new RowForm(typed, Map.of(), corrected, List.of(), names);
        return switch (recording) {
            case Recording.Done done -> new ModelAndView("redirect:/spaces/" + space.id() + "/records/" + wanted.id());
            case Recording.Refused(var reason)
            when reason.field().flatMap(wanted::column).isPresent() ->
                list(
                        actor,
                        space,
                        wanted,
                        "",
                        0,
                        filled.with(Map.of(reason.field().get(), reason.text())),
                        null);
            case Recording.Refused(var reason) -> list(actor, space, wanted, "", 0, filled, reason.text());
            case Recording.Mistaken(var mistakes) -> list(actor, space, wanted, "", 0, filled.with(mistakes), null);
            case Recording.Asked(var questions) -> list(actor, space, wanted, "", 0, filled.asking(questions), null);
        };
    }

    @PostMapping("/spaces/{id}/records/{kind}/take-back")
    @Concerns(
            value = Thing.SPACE,
            deed = Deed.KEEP,
            by = "id",
            parts = {"kind", "row"})
    @Only(Role.OPERATOR)
    ModelAndView takeBack(
            @PathVariable String id,
            @PathVariable String kind,
            @RequestParam(defaultValue = "0") long row,
            @RequestParam(defaultValue = "") String reason,
            Actor actor) {
        var space = space(id, actor);
        return records.takeBack(actor, row, reason) instanceof Recording.Refused(var why)
                ? list(actor, space, kind(kind), "", 0, RowForm.EMPTY, why.text())
                : new ModelAndView("redirect:/spaces/" + space.id() + "/records/"
                        + kind(kind).id());
    }

    @PostMapping("/spaces/{id}/records/{kind}/import")
    @Concerns(value = Thing.SPACE, deed = Deed.KEEP, by = "id", parts = "kind")
    @Only(Role.OPERATOR)
    ModelAndView send(
            @PathVariable String id,
            @PathVariable String kind,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String pasted,
            Actor actor)
            throws IOException {
        var space = space(id, actor);
        var wanted = kind(kind);
        var sent = file == null || file.isEmpty() ? null : file;
        try (var content = sent == null
                ? new ByteArrayInputStream(pasted.getBytes(StandardCharsets.UTF_8))
                : sent.getInputStream()) {
            var name = sent == null ? "粘贴的表格" : String.valueOf(sent.getOriginalFilename());
            return switch (imports.send(actor, space.id(), wanted, content, name)) {
                case SentTable.Read(var batch) ->
                    new ModelAndView("redirect:/spaces/" + space.id() + "/imports/" + batch.id());
                case SentTable.Rejected(var why) -> list(actor, space, wanted, "", 0, RowForm.EMPTY, why);
            };
        }
    }

    private Space space(String id, Actor actor) {
        return whose.space(actor, id).orElseThrow(() -> Problem.noSuchThing("records of " + id));
    }

    private static RecordKind kind(String id) {
        return RecordKind.of(id).orElseThrow(() -> Problem.noSuchThing("records " + id));
    }
}
