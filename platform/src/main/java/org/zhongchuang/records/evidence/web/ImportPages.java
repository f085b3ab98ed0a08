package org.zhongchuang.records.evidence.web;

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
import org.zhongchuang.ground.shell.Act;
import org.zhongchuang.ground.shell.Problem;
import org.zhongchuang.records.evidence.Batch;
import org.zhongchuang.records.evidence.Batches;
import org.zhongchuang.records.evidence.Imports;
import org.zhongchuang.records.evidence.Recording;
import org.zhongchuang.records.evidence.WhoseRecords;
import org.zhongchuang.records.registry.Space;

/** A table that was sent or pasted: what was found in it, and what becomes of it. */
@Controller
public class ImportPages {

    private final WhoseRecords whose;
    private final Imports imports;
    private final Batches batches;

    ImportPages(WhoseRecords whose, Imports imports, Batches batches) {
        this.whose = whose;
        this.imports = imports;
        this.batches = batches;
    }

    /** A table that was sent. */
    public record BatchPage(Space space, Batch batch, Recording.@Nullable Reason refused) {}

    @GetMapping("/spaces/{id}/imports/{batch}")
    @Concerns(value = Thing.SPACE, by = "id", parts = "batch")
    @Only({Role.OPERATOR, Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.CITY_DECIDER, Role.AUDITOR})
    ModelAndView batch(@PathVariable String id, @PathVariable String batch, Actor actor) {
        return batch(actor, id, batch, null);
    }

    private ModelAndView batch(Actor actor, String id, String batch, Recording.@Nullable Reason refused) {
        var space = space(id, actor);
        var found = Typed.id(batch)
                .flatMap(batches::find)
                .filter(one -> one.space().equals(space.id()))
                .orElseThrow(() -> Problem.noSuchThing("import " + batch));
        return new ModelAndView("records/evidence/batch", "page", new BatchPage(space, found, refused));
    }

    @PostMapping("/spaces/{id}/imports/{batch}")
    @Concerns(value = Thing.SPACE, deed = Deed.KEEP, by = "id", parts = "batch")
    @Only(Role.OPERATOR)
    ModelAndView settle(
            @PathVariable String id,
            @PathVariable String batch,
            @Act({"all", "partly", "undo", "drop"}) String act,
            @RequestParam(defaultValue = "") String unit,
            Actor actor) {
        var which = Typed.id(batch).orElse(new UUID(0, 0));
        var recording = switch (act) {
            case "undo" -> imports.undo(actor, which);
            case "drop" -> imports.drop(actor, which);
            default -> imports.accept(actor, which, act.equals("partly"), unit);
        };
        return recording instanceof Recording.Refused(var reason)
                ? batch(actor, id, batch, reason)
                : new ModelAndView("redirect:/spaces/" + id + "/imports/" + batch);
    }

    private Space space(String id, Actor actor) {
        return whose.space(actor, id).orElseThrow(() -> Problem.noSuchThing("records of " + id));
    }
}
