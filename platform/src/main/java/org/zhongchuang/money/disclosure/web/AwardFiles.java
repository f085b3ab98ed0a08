package org.zhongchuang.money.disclosure.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Anyone;
import org.zhongchuang.ground.sheet.CsvTable;
import org.zhongchuang.ground.sheet.OpenData;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.money.award.Award;
import org.zhongchuang.money.award.Awards;
import org.zhongchuang.money.award.Awards.Row;
import org.zhongchuang.money.disclosure.web.AwardPages.Asked;
import tools.jackson.databind.json.JsonMapper;

/** The public register of awards to take away: a whitelist of fields, as CSV and as JSON in the 360Giving shape. */
@Controller
public class AwardFiles implements OpenData {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Map<String, Object> NOTHING =
            Map.of("status", 404, "title", "没有符合条件的资金 / No awards match", "detail", "请放宽条件。 / Ask for more.");

    private static final List<Field> FIELDS = List.of(
            Field.of("编号", "Number", "每笔资金唯一的编号，也是网址的末尾。", "Unique; also the end of the address of its page."),
            Field.of(
                    "受支持单位",
                    "Recipient",
                    "单位的名称；个人只有姓氏。",
                    "The name of an organisation; of a person the surname only."),
            Field.of("事项", "Programme", "政策事项的名称。", "The programme of the policy."),
            Field.of("条款", "Clause", "文件中的条款编号。", "The clause of the document."),
            Field.of(
                    "出资方",
                    "Payer",
                    "哪一级财政出资；几级分担的，各写明金额（元），以分号隔开。",
                    "Whose treasury pays; where several do, each with its sum in yuan, set apart by semicolons."),
            Field.of("年度", "Year", "作出决定的年度，也是预算年度。", "Of the decision, and of the budget."),
            Field.of("金额（元）", "Sum (yuan)", "决定给予的金额。", "What was granted."),
            Field.of("已到账（元）", "Arrived (yuan)", "到今天为止到账的金额。", "What has arrived until today."),
            Field.of(
                    "最近到账日期",
                    "Last paid on",
                    "最近一笔到账的日期，没有的写“尚未到账”。",
                    "Of the last payment; 尚未到账 where there is none yet."),
            Field.of("文号", "Document", "决定的文号。", "The number of the decision."),
            Field.of("决定日期", "Decided on", "年-月-日。", "Year-month-day."));

    private final Awards awards;
    private final Policies policies;

    AwardFiles(Awards awards, Policies policies) {
        this.awards = awards;
        this.policies = policies;
    }

    @Override
    public Dataset dataset() {
        return new Dataset(
                Text.of("资金公开", "Register of awards"),
                Text.of(
                        "每一笔支持一行。字段说明针对CSV；JSON是同样的内容，字段按 360Giving 数据标准。网页上的筛选条件也可以用在网址里。",
                        "A row for each award. The fields are those of the CSV; the JSON says the same in those of the 360Giving Data "
                                + "Standard. The filters of the page work in these addresses too."),
                List.of(Copy.of("CSV", "/awards.csv"), Copy.of("JSON (360Giving)", "/awards.json")),
                FIELDS);
    }

    @GetMapping("/awards.csv")
    @Anyone
    void csv(@ModelAttribute Asked asked, HttpServletResponse response) throws IOException {
        try (var table = CsvTable.to(
                response,
                "awards.csv",
                Field.names(FIELDS).stream().map(Text::zh).toList())) {
            awards.export(asked.query(), row -> {
                var one = row.award();
                table.add(
                        CsvTable.text(one.number()),
                        CsvTable.text(row.publicName()),
                        CsvTable.text(policies.current()
                                .programme(one.programme())
                                .title()
                                .zh()),
                        CsvTable.text(one.clause()),
                        CsvTable.text(payers(one)),
                        CsvTable.number(one.year()),
                        CsvTable.sum(one.fen()),
                        CsvTable.sum(row.paid()),
                        CsvTable.text(row.paidOn().map(LocalDate::toString).orElse("尚未到账")),
                        CsvTable.text(one.document()),
                        CsvTable.text(one.decidedOn().toString()));
            });
        }
    }

    /**
     * Each award with the fields that the 360Giving Data Standard asks for. A package of it holds one grant at least:
     * where there is none, there is no document.
     */
    @GetMapping("/awards.json")
    @Anyone
    void json(@ModelAttribute Asked asked, HttpServletResponse response) throws IOException {
        var grants = new ArrayList<Map<String, Object>>();
        awards.export(asked.query(), row -> grants.add(grant(row)));
        response.setStatus(grants.isEmpty() ? 404 : 200);
        response.setContentType(grants.isEmpty() ? "application/problem+json" : "application/json;charset=UTF-8");
        response.getOutputStream()
                .write(JSON.writerWithDefaultPrettyPrinter()
                        .writeValueAsString(grants.isEmpty() ? NOTHING : Map.of("grants", grants))
                        .getBytes(UTF_8));
    }

    private String payers(Award award) {
        var alone = award.shares().size() == 1;
        return award.shares().stream()
                .map(one -> policies.current().area(one.payer()).name().zh()
                        + (alone ? "" : " " + one.fen().yuan()))
                .collect(Collectors.joining("；"));
    }

    private Map<String, Object> grant(Row row) {
        var award = row.award();
        var programme = policies.current().programme(award.programme());
        var grant = new LinkedHashMap<String, Object>();
        grant.put("id", "360G-zhongchuang-" + award.number());
        grant.put("title", programme.title().zh());
        grant.put(
                "description",
                Optional.of(award.occasion().zh())
                        .filter(one -> one.length() > 1)
                        .orElse(programme.purpose().zh()));
        grant.put("currency", "CNY");
        grant.put("amountAwarded", award.fen().toYuan());
        grant.put("awardDate", award.decidedOn() + "T00:00:00+08:00");
        if (row.isPerson()) {
            // Of this award only: nothing tells whether two awards went to one person.
            grant.put(
                    "recipientIndividual",
                    Map.of("id", "zhongchuang-recipient-" + award.number(), "name", row.publicName()));
        } else {
            grant.put(
                    "recipientOrganization",
                    List.of(Map.of("id", "zhongchuang-" + award.organisation(), "name", row.publicName())));
        }
        grant.put(
                "fundingOrganization",
                award.shares().stream()
                        .map(one -> policies.current().area(one.payer()))
                        .map(payer -> Map.of(
                                "id",
                                "zhongchuang-treasury-" + payer.code(),
                                "name",
                                payer.name().zh() + "财政"))
                        .toList());
        grant.put(
                "grantProgramme",
                List.of(Map.of(
                        "code",
                        award.programme(),
                        "title",
                        award.clause() + " " + programme.title().zh())));
        return grant;
    }
}
