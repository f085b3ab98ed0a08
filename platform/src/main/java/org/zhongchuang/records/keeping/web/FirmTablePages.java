package org.zhongchuang.records.keeping.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Common;
import org.zhongchuang.ground.access.Only;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.kernel.Typed;
import org.zhongchuang.ground.sheet.SheetReader;
import org.zhongchuang.ground.shell.Act;
import org.zhongchuang.ground.shell.Problem;
import org.zhongchuang.records.keeping.BringInFirms;
import org.zhongchuang.records.keeping.BringInFirms.Reading;
import org.zhongchuang.records.keeping.Bringing;
import org.zhongchuang.records.keeping.FirmTables;
import org.zhongchuang.records.keeping.FirmTables.Sent;
import org.zhongchuang.records.table.Column.Field;

/** Bringing firms and teams in by a table: it is sent, shown as it was read with its questions, entered, taken back. */
@Controller
public class FirmTablePages {

    private static final String PLACE = "/register/existing/firms";
    private static final String OF_THE_OFFICE = "An office sees its own tables only; the use case looks for no others.";

    private final BringInFirms bringing;
    private final FirmTables tables;

    FirmTablePages(BringInFirms bringing, FirmTables tables) {
        this.bringing = bringing;
        this.tables = tables;
    }

    /** The form for a table, and those that were sent before. */
    public record SendPage(List<Sent> last, @Nullable Text refused) {}

    /**
     * One table.
     *
     * @param reading what it says, while nothing of it is entered
     * @param said the columns that somebody said
     * @param answers what was said of rows that look like others
     */
    public record TablePage(
            Sent table,
            @Nullable Reading reading,
            Map<Integer, Field> said,
            Map<Integer, String> answers,
            Bringing.@Nullable Reason refused) {}

    @GetMapping(PLACE)
    @Common(OF_THE_OFFICE)
    @Only({Role.COUNTY_OFFICER, Role.CITY_OFFICER})
    ModelAndView form(Actor actor) {
        return form(actor, null);
    }

    private ModelAndView form(Actor actor, @Nullable Text refused) {
        var page = new ModelAndView("records/keeping/firms", "page", new SendPage(tables.last(actor), refused));
        if (refused != null) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return page;
    }

    @PostMapping(PLACE)
    @Common(OF_THE_OFFICE)
    @Only({Role.COUNTY_OFFICER, Role.CITY_OFFICER})
    ModelAndView send(
            @RequestParam(name = "table", defaultValue = "") String pasted,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Actor actor)
            throws IOException {
        var sent = file == null || file.isEmpty() ? null : file;
        var name = sent == null ? null : sent.getOriginalFilename();
        try (InputStream content = sent == null
                ? new ByteArrayInputStream(pasted.getBytes(StandardCharsets.UTF_8))
                : sent.getInputStream()) {
            return switch (bringing.send(actor, content, name == null ? "粘贴的表格.txt" : name)) {
                case Bringing.Done(var id) -> new ModelAndView("redirect:" + PLACE + "/" + id);
                case Bringing.Rejected(var why) -> form(actor, why);
                case Bringing.Refused(var reason) -> form(actor, reason.text());
            };
        }
    }

    @GetMapping(PLACE + "/{id}")
    @Common(OF_THE_OFFICE)
    @Only({Role.COUNTY_OFFICER, Role.CITY_OFFICER})
    ModelAndView table(@PathVariable String id, @RequestParam Map<String, String> typed, Actor actor) {
        return table(actor, id, typed, null);
    }

    @PostMapping(PLACE + "/{id}")
    @Common(OF_THE_OFFICE)
    @Only({Role.COUNTY_OFFICER, Role.CITY_OFFICER})
    ModelAndView settle(
            @PathVariable String id,
            @Act({"keep", "drop", "undo"}) String act,
            @RequestParam Map<String, String> typed,
            Actor actor) {
        var which = Typed.id(id).orElse(new UUID(0, 0));
        var came = switch (act) {
            case "keep" -> bringing.keep(actor, which, said(typed), answers(typed));
            case "undo" -> bringing.undo(actor, which);
            default -> bringing.drop(actor, which);
        };
        return came instanceof Bringing.Refused(var reason)
                ? table(actor, id, typed, reason)
                : new ModelAndView("redirect:" + PLACE + (act.equals("drop") ? "" : "/" + id));
    }

    private ModelAndView table(Actor actor, String id, Map<String, String> typed, Bringing.@Nullable Reason refused) {
        var sent = Typed.id(id)
                .flatMap(one -> tables.find(actor, one))
                .orElseThrow(() -> Problem.noSuchThing("table of firms " + id));
        var said = said(typed);
        var page = new ModelAndView(
                "records/keeping/firm-table",
                "page",
                new TablePage(
                        sent,
                        sent.state() == FirmTables.State.READ ? bringing.read(actor, sent, said) : null,
                        said,
                        answers(typed),
                        refused));
        if (refused != null) {
            page.setStatus(HttpStatus.CONFLICT);
        }
        return page;
    }

    private static Map<Integer, Field> said(Map<String, String> typed) {
        var said = new HashMap<Integer, Field>();
        for (int at = 0; at < SheetReader.MOST_COLUMNS; at++) {
            var column = at;
            Typed.choice(Field.class, typed.getOrDefault("column." + at, ""))
                    .ifPresent(field -> said.put(column, field));
        }
        return said;
    }

    private static Map<Integer, String> answers(Map<String, String> typed) {
        var answers = new HashMap<Integer, String>();
        typed.forEach((field, answer) -> {
            if (field.matches("row\\.[0-9]{1,7}")) {
                answers.put(Integer.valueOf(field.substring("row.".length())), answer);
            }
        });
        return answers;
    }
}
