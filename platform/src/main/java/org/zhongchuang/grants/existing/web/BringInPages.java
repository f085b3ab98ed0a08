package org.zhongchuang.grants.existing.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.engine.Text;
import org.zhongchuang.grants.existing.BringIn;
import org.zhongchuang.grants.existing.ExistingSpace;
import org.zhongchuang.grants.existing.ExistingTable;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Common;
import org.zhongchuang.ground.access.Only;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.records.registry.SpaceKind;

/** Bringing in the makerspaces that were recognised before: a table is read, shown as it was read, and then kept. */
@Controller
public class BringInPages {

    private final ExistingTable table;
    private final BringIn bringIn;
    private final Policies policies;

    BringInPages(ExistingTable table, BringIn bringIn, Policies policies) {
        this.table = table;
        this.bringIn = bringIn;
        this.policies = policies;
    }

    /** One row as it was read, and what speaks against it. */
    public record Row(ExistingSpace space, @Nullable Text wrong) {}

    /**
     * The table as it was read; nothing before one was sent.
     *
     * @param isToConfirm whether it was not kept because nobody has said that doubtful codes are right
     */
    public record BringInPage(PolicyPack pack, List<Row> rows, List<Text> mistakes, String typed, boolean isToConfirm) {

        /** Whether there is a code in it that somebody has to compare with the licence. */
        public boolean hasDoubtful() {
            return rows.stream().anyMatch(row -> row.space().isDoubtful());
        }

        /** What kinds of makerspace the city has. */
        public List<SpaceKind> kinds() {
            return SpaceKind.in(pack);
        }

        /** Whether all of it can be kept. */
        public boolean isReady() {
            return !rows.isEmpty() && mistakes.isEmpty() && rows.stream().allMatch(row -> row.wrong() == null);
        }
    }

    @GetMapping("/register/existing")
    @Common("The register of recognised makerspaces is the city's.")
    @Only(Role.CITY_OFFICER)
    ModelAndView form() {
        return page(List.of(), List.of(), "", false);
    }

    @PostMapping("/register/existing")
    @Common("The register of recognised makerspaces is the city's.")
    @Only(Role.CITY_OFFICER)
    ModelAndView read(
            @RequestParam(name = "table", defaultValue = "") String typed,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String keep,
            @RequestParam(defaultValue = "") String compared,
            Actor actor)
            throws IOException {
        var uploaded = file == null || file.isEmpty() ? null : file.getBytes();
        var reading = table.read(uploaded == null ? typed.getBytes(StandardCharsets.UTF_8) : uploaded);
        var isToConfirm = keep.equals("yes")
                && !compared.equals("yes")
                && reading.rows().stream().anyMatch(ExistingSpace::isDoubtful);
        if (keep.equals("yes") && !isToConfirm && reading.mistakes().isEmpty()) {
            var wrong = bringIn.keep(actor, reading.rows());
            if (wrong.isEmpty()) {
                return new ModelAndView("redirect:/register/spaces");
            }
            var rows = new ArrayList<Row>();
            for (int i = 0; i < reading.rows().size(); i++) {
                rows.add(new Row(reading.rows().get(i), wrong.get(i)));
            }
            return page(rows, List.of(), typed, false);
        }
        var rows = reading.rows().stream()
                .map(row -> new Row(row, bringIn.against(row).orElse(null)))
                .toList();
        return page(rows, reading.mistakes(), uploaded == null ? typed : asText(reading.rows()), isToConfirm);
    }

    /** The rows as a table of text, so that what was shown is what is kept. */
    private static String asText(List<ExistingSpace> rows) {
        var text = new StringBuilder("众创空间名称\t运营机构\t统一社会信用代码\t区域\t类型\t地址\t开始运营日期\t认定文号\t认定日期\t证书编号\n");
        rows.forEach(row -> text.append(String.join(
                        "\t",
                        row.name(),
                        row.operator(),
                        row.operatorCode(),
                        row.area(),
                        row.kind().label().zh(),
                        row.address(),
                        row.openedOn().toString(),
                        row.document(),
                        row.recognisedOn().toString(),
                        row.certificate()))
                .append('\n'));
        return text.toString();
    }

    private ModelAndView page(List<Row> rows, List<Text> mistakes, String typed, boolean isToConfirm) {
        var page = new ModelAndView(
                "grants/existing/bring-in",
                "page",
                new BringInPage(policies.current(), rows, mistakes, typed, isToConfirm));
        if (isToConfirm || !mistakes.isEmpty() || rows.stream().anyMatch(row -> row.wrong() != null)) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return page;
    }
}
