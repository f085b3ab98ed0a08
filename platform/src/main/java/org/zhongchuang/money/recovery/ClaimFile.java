package org.zhongchuang.money.recovery;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.web.util.HtmlUtils;
import org.zhongchuang.ground.sheet.Pdf;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.money.award.Award;
import org.zhongchuang.money.award.Awards;
import org.zhongchuang.money.ledger.Ledger;

/**
 * The file of a claim for the finance authority: ground, amounts, judgement by today's facts and rules, appeal, and
 * every posting. Penalties under 国务院令第427号 are the authorities' own; the platform only puts the material together.
 */
@Service
public class ClaimFile {

    private static final int MOST = 200;
    private static final String PAGE = """
            <html><head><style>
              @page { size: A4; margin: 20mm; @bottom-center { content: counter(page) ' / ' counter(pages); font-family: 'Noto'; font-size: 9pt; } }
              body { font-family: 'Noto', 'Hana'; color: #1c2733; font-size: 10.5pt; line-height: 1.5; }
              h1 { font-size: 18pt; text-align: center; margin: 0 0 6mm; font-weight: normal; }
              h2 { font-size: 12pt; margin: 6mm 0 2mm; font-weight: normal; }
              table { width: 100%; border-collapse: collapse; }
              td, th { border: 0.5pt solid #99a; padding: 1.5mm 2mm; text-align: left; vertical-align: top; font-weight: normal; }
              th { width: 32mm; background: #f2f0e8; }
              .sum { text-align: right; }
              .foot { font-size: 9pt; color: #55606b; margin-top: 6mm; }
            </style></head><body>
              <h1>财政资金追回材料</h1>
              <table>
                <tr><th>受支持单位</th><td>{name}</td></tr>
                <tr><th>申报件编号</th><td>{number}</td></tr>
                <tr><th>事项和条款</th><td>{programme}</td></tr>
                <tr><th>批准文号和日期</th><td>{decision}</td></tr>
                <tr><th>出资方</th><td>{payer}</td></tr>
                <tr><th>原核定金额</th><td>{granted} 元</td></tr>
                <tr><th>已支付 / 已收回</th><td>{paid} 元 / {returned} 元</td></tr>
                <tr><th>追回金额</th><td>{fen} 元</td></tr>
                <tr><th>追回原因</th><td>{ground}：{reasons}</td></tr>
                <tr><th>重算</th><td>{recomputed}</td></tr>
                <tr><th>决定文号</th><td>{document}</td></tr>
                <tr><th>缴回期限</th><td>{due}</td></tr>
                <tr><th>复议</th><td>{appeal}</td></tr>
                <tr><th>状态和尚未收回</th><td>{state}，{rest} 元</td></tr>
              </table>
              <h2>全部记账</h2>
              <table><tr><td>编号</td><td>日期</td><td>事由</td><td>科目</td><td>依据</td><td class="sum">金额（元）</td></tr>[rows]</table>
              <p class="foot">制作日期 {today}。罚款等处罚由财政、审计机关依法作出（国务院令第427号第十四条），本平台只汇集材料。{demo}</p>
            </body></html>
            """;

    private final Awards awards;
    private final ClaimShares shares;
    private final Ledger ledger;
    private final Policies policies;
    private final Clock clock;

    ClaimFile(Awards awards, ClaimShares shares, Ledger ledger, Policies policies, Clock clock) {
        this.shares = shares;
        this.awards = awards;
        this.ledger = ledger;
        this.policies = policies;
        this.clock = clock;
    }

    public void write(Claim claim, OutputStream out) throws IOException {
        var award = awards.find(claim.award()).orElseThrow();
        var standing = awards.standing(award.id());
        var pack = policies.current();
        var values = new LinkedHashMap<String, String>();
        values.putAll(Map.of(
                "number", claim.number(),
                "programme",
                        pack.document().number() + " " + award.clause() + " "
                                + pack.title(award.programme()).zh(),
                "decision", award.document() + "，" + award.decidedOn(),
                "payer", payers(claim, award),
                "granted", award.fen().yuan(),
                "paid", standing.paid().yuan(),
                "returned", standing.returned().yuan(),
                "fen", claim.fen().yuan(),
                "rest", claim.due().yuan(),
                "today", LocalDate.now(clock).toString()));
        values.putAll(Map.of(
                "ground", claim.ground().label().zh(),
                "recomputed", claim.recomputed(),
                "document", claim.document().orElse("尚未决定"),
                "due", claim.dueOn().map(LocalDate::toString).orElse("—"),
                "state", claim.state().label().zh(),
                "demo", policies.isDemonstration() ? "演示数据，不具效力。" : ""));
        values.put("appeal", appeal(claim));
        // What people wrote comes last, so that nothing in it is taken for a place to fill.
        values.put("reasons", claim.reasons());
        values.put("name", claim.name());
        Pdf.write(PAGE.replace("[rows]", rows(claim)), values, out);
    }

    /** Whose money it was, and how much of the claim comes back to each where several paid. */
    private String payers(Claim claim, Award award) {
        var back = shares.of(claim);
        return (award.shares().size() == 1 || back.isEmpty()
                        ? award.shares().stream()
                                .map(one -> policies.current()
                                                .area(one.payer())
                                                .name()
                                                .zh() + "财政")
                        : back.stream()
                                .map(one -> shares.treasury(one).zh() + "（追回 "
                                        + one.fen().yuan() + " 元）"))
                .collect(Collectors.joining("、", "", "，" + award.year() + "年度"));
    }

    private static String appeal(Claim claim) {
        return claim.appeal().isEmpty()
                ? claim.appealUntil().map(day -> "未申请，期限 " + day).orElse("—")
                : claim.appeal() + (claim.answer().isEmpty() ? "" : "；答复：" + claim.answer());
    }

    private String rows(Claim claim) {
        var scope =
                new Ledger.Scope("", 0, "", Set.of(), Optional.of(claim.award().value()));
        return ledger.page(scope, "", MOST).lines().stream()
                .map(line -> "<tr><td>%d</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td class=\"sum\">%s</td></tr>"
                        .formatted(
                                line.posting(),
                                line.day(),
                                line.act().label().zh(),
                                line.kind().label().zh(),
                                HtmlUtils.htmlEscape(line.note(), "UTF-8"),
                                line.fen().yuan()))
                .collect(Collectors.joining());
    }
}
