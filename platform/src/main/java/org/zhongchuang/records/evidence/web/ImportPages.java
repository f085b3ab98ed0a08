package org.zhongchuang.records.evidence.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Concerns;
import org.zhongchuang.ground.access.Deed;
import org.zhongchuang.ground.access.Only;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.kernel.Typed;
import org.zhongchuang.ground.sheet.SheetReader;
import org.zhongchuang.ground.shell.Act;
import org.zhongchuang.ground.shell.Problem;
import org.zhongchuang.records.evidence.AlikeNames;
import org.zhongchuang.records.evidence.Batch;
import org.zhongchuang.records.evidence.Batches;
import org.zhongchuang.records.evidence.Imports;
import org.zhongchuang.records.evidence.Recording;
import org.zhongchuang.records.evidence.SaidColumns;
import org.zhongchuang.records.evidence.WhoseRecords;
import org.zhongchuang.records.registry.Space;
import org.zhongchuang.records.table.Column.Field;
import org.zhongchuang.records.table.Preview;

/** A table that was sent or pasted: what was found in it, and what becomes of it. */
@Controller
public class ImportPages {

    private final WhoseRecords whose;
    private final Imports imports;
    private final Batches batches;
    private final SaidColumns columns;

    ImportPages(WhoseRecords whose, Imports imports, Batches batches, SaidColumns columns) {
        this.whose = whose;
        this.imports = imports;
        this.batches = batches;
        this.columns = columns;
    }

    /** A table that was sent; while nothing of it is kept also its columns and some of its rows as they were read. */
    public record BatchPage(
            Space space,
            Batch batch,
            boolean keeps,
            SaidColumns.@Nullable Columns columns,
            @Nullable Preview preview,
            List<AlikeNames.Question> questions,
            Map<String, String> typed,
            Recording.@Nullable Reason refused) {}

    @GetMapping("/spaces/{id}/imports/{batch}")
    @Concerns(
            value = Thing.SPACE,
            by = "id",
            parts = {"batch", "from"})
    @Only({Role.OPERATOR, Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.CITY_DECIDER, Role.AUDITOR})
    ModelAndView batch(
            @PathVariable String id,
            @PathVariable String batch,
            @RequestParam(defaultValue = "0") int from,
            Actor actor) {
        return batch(actor, id, batch, from, Map.of(), null);
    }

    private ModelAndView batch(
            Actor actor,
            String id,
            String batch,
            int from,
            Map<String, String> typed,
            Recording.@Nullable Reason refused) {
        var space = space(id, actor);
        var found = Typed.id(batch)
                .flatMap(batches::find)
                .filter(one -> one.space().equals(space.id()))
                .orElseThrow(() -> Problem.noSuchThing("import " + batch));
        var isRead = found.state() == Batch.State.READ;
        return new ModelAndView(
                "records/evidence/batch",
                "page",
                new BatchPage(
                        space,
                        found,
                        whose.keeps(actor, space.id()),
                        isRead ? columns.columns(found) : null,
                        isRead ? columns.preview(found, from) : null,
                        isRead && !found.question().equals("COLUMNS") ? imports.questions(found) : List.of(),
                        typed,
                        refused));
    }

    @PostMapping("/spaces/{id}/imports/{batch}")
    @Concerns(value = Thing.SPACE, deed = Deed.KEEP, by = "id", parts = "batch")
    @Only(Role.OPERATOR)
    ModelAndView settle(
            @PathVariable String id,
            @PathVariable String batch,
            @Act({"all", "partly", "undo", "drop"}) String act,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam Map<String, String> form,
            Actor actor) {
        var which = Typed.id(batch).orElse(new UUID(0, 0));
        var recording = switch (act) {
            case "undo" -> imports.undo(actor, which);
            case "drop" -> imports.drop(actor, which);
            default -> imports.accept(actor, which, act.equals("partly"), unit, AlikeNames.answers(form));
        };
        return recording instanceof Recording.Refused(var reason)
                ? batch(actor, id, batch, 0, form, reason)
                : new ModelAndView("redirect:/spaces/" + id + "/imports/" + batch);
    }

    /** Which column of the table is what, and in which row its headings stand. */
    @PostMapping("/spaces/{id}/imports/{batch}/columns")
    @Concerns(
            value = Thing.SPACE,
            deed = Deed.KEEP,
            by = "id",
            parts = {"batch", "headings"})
    @Only(Role.OPERATOR)
    ModelAndView say(
            @PathVariable String id,
            @PathVariable String batch,
            @Act({"columns", "headings"}) String act,
            @RequestParam(defaultValue = "0") int headings,
            @RequestParam Map<String, String> form,
            Actor actor) {
        var which = Typed.id(batch).orElse(new UUID(0, 0));
        var said = new HashMap<Integer, Field>();
        for (int at = 0; at < SheetReader.MOST_COLUMNS; at++) {
            var field = Typed.choice(Field.class, form.getOrDefault("column." + at, ""));
            if (field.isPresent()) {
                said.put(at, field.get());
            }
        }
        var recording =
                act.equals("headings") ? columns.sayHeadings(actor, which, headings) : columns.say(actor, which, said);
        return recording instanceof Recording.Refused(var reason)
                ? batch(actor, id, batch, 0, Map.of(), reason)
                : new ModelAndView("redirect:/spaces/" + id + "/imports/" + batch);
    }

    private Space space(String id, Actor actor) {
        return whose.space(actor, id).orElseThrow(() -> Problem.noSuchThing("records of " + id));
    }
}
