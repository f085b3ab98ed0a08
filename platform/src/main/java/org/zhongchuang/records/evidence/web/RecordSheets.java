package org.zhongchuang.records.evidence.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhongchuang.engine.Language;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Concerns;
import org.zhongchuang.ground.access.Only;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.sheet.Spreadsheet;
import org.zhongchuang.ground.shell.Problem;
import org.zhongchuang.records.evidence.Entry;
import org.zhongchuang.records.evidence.KeepRecords;
import org.zhongchuang.records.evidence.WhoseRecords;
import org.zhongchuang.records.registry.Space;
import org.zhongchuang.records.table.Column;
import org.zhongchuang.records.table.RecordKind;

/** The records of one space as spreadsheets: the template of a kind, and its rows. */
@Controller
class RecordSheets {

    private final KeepRecords records;
    private final WhoseRecords whose;

    RecordSheets(KeepRecords records, WhoseRecords whose) {
        this.records = records;
        this.whose = whose;
    }

    /** The template: the headings of a kind. */
    @GetMapping("/spaces/{id}/records/{kind}/template.xlsx")
    @Concerns(value = Thing.SPACE, by = "id", parts = "kind")
    @Only(Role.OPERATOR)
    void template(
            @PathVariable String id,
            @PathVariable String kind,
            Language language,
            HttpServletResponse response,
            Actor actor)
            throws IOException {
        space(id, actor);
        var wanted = kind(kind);
        // An empty sheet below its headings: an example row would be taken for data.
        sheet(response, language, wanted, "template-" + wanted.id()).close();
    }

    /** Exactly what the list shows, all of it. */
    @GetMapping("/spaces/{id}/records/{kind}/rows.xlsx")
    @Concerns(value = Thing.SPACE, by = "id", parts = "kind")
    @Only({Role.OPERATOR, Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.CITY_DECIDER, Role.AUDITOR})
    void export(
            @PathVariable String id,
            @PathVariable String kind,
            @RequestParam(defaultValue = "") String q,
            Language language,
            HttpServletResponse response,
            Actor actor)
            throws IOException {
        var space = space(id, actor);
        var wanted = kind(kind);
        try (var sheet = sheet(response, language, wanted, wanted.id())) {
            records.export(
                    space.id(),
                    wanted,
                    q,
                    row -> sheet.add(wanted.columns().stream()
                            .map(column -> cell(sheet, row, column))
                            .toList()));
        }
    }

    private static Spreadsheet.Cell cell(Spreadsheet sheet, Entry row, Column column) {
        var number = row.number();
        return switch (column.field()) {
            case CLASS -> sheet.words(column.optionLabel(row.option()));
            case DAY -> Spreadsheet.day(row.day());
            case UNTIL -> Spreadsheet.day(row.until());
            case AMOUNT -> row.fen() == null ? Spreadsheet.text("") : Spreadsheet.sum(row.fen());
            case QUANTITY -> row.quantity() == null ? Spreadsheet.text("") : Spreadsheet.number(row.quantity());
            case NUMBER -> number == null ? Spreadsheet.text("") : Spreadsheet.number(number);
            case SUBJECT, CODE, FOUNDED, PARTY, TITLE, UNIT, REFERENCE -> Spreadsheet.text(row.text(column.field()));
        };
    }

    private static Spreadsheet sheet(HttpServletResponse response, Language language, RecordKind kind, String name)
            throws IOException {
        return Spreadsheet.to(
                response,
                language,
                name + ".xlsx",
                kind.label(),
                kind.columns().stream().map(Column::label).toList());
    }

    private Space space(String id, Actor actor) {
        return whose.space(actor, id).orElseThrow(() -> Problem.noSuchThing("records of " + id));
    }

    private static RecordKind kind(String id) {
        return RecordKind.of(id).orElseThrow(() -> Problem.noSuchThing("records " + id));
    }
}
