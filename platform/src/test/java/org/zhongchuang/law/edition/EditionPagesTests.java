package org.zhongchuang.law.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhongchuang.Browser;
import org.zhongchuang.TestCity;
import org.zhongchuang.engine.Shown;
import org.zhongchuang.ground.access.Accounts;
import org.zhongchuang.law.policy.Policies;

/** Everybody can read how a document stood on a day, what changed and by which document. */
class EditionPagesTests extends TestCity {

    @Autowired
    private Policies policies;

    @Autowired
    private EditionTouches touches;

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    @Test
    void anEditionSaysFromWhichDayItHoldsWhoMadeItAndWhatItChangedPointByPoint() {
        var editions = policies.editionsOf("jiaxing-2015-90");
        var changes = Changes.between(
                editions.getFirst().edition().pack(),
                editions.getLast().edition().pack(),
                true);
        assertThat(changes)
                .extracting(Change::kind, Change::id, Change::how)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Change.Kind.CLAUSE, "五(三)-1", Change.How.CHANGED),
                        org.assertj.core.groups.Tuple.tuple(
                                Change.Kind.PROGRAMME, "event-support", Change.How.CHANGED));
        assertThat(changes.getLast().points())
                .anySatisfy(point -> assertThat(point.after().zh()).contains("effect_score * 2"));

        var reader = new Browser(port);
        assertThat(reader.open("/policies/jiaxing-2015-90/editions")).isEqualTo(200);
        assertThat(reader.body())
                .contains("演示办发〔2017〕1号", "按对申请人更有利的规定办理", "演示文件，并非真实", "按申报日的版本办理")
                .containsPattern("影响力、规模、效果的平均分\\s*（原来的规则）")
                .containsPattern("影响力、规模、效果的平均分，效果按两倍计\\s*（新的规则）")
                .containsPattern("data-edition=\"(TODAY|TO_COME)\"")
                .doesNotContain("data-touched", "effect_score");
        var officer = Browser.of(port, accounts.appointmentsOf("city1").getFirst());
        officer.open("/policies/jiaxing-2015-90/editions");
        assertThat(officer.body()).contains("<summary>新的规则</summary>", "effect_score * 2");
        assertThat(reader.open("/policies/jiaxing-2015-90?on=2017-07-01")).isEqualTo(200);
        assertThat(reader.body()).contains("data-on", "效果按两倍计（演示修改）");
        assertThat(reader.body()).contains("data-amended=\"jiaxing-demo-2017-1\"", "/clauses/五(三)?on=2017-07-01");
        assertThat(reader.open("/policies/jiaxing-2015-90/clauses/五(三)?on=2017-07-01"))
                .isEqualTo(200);
        assertThat(reader.body()).contains("data-on", "效果按两倍计（演示修改）");
        assertThat(reader.open("/policies/jiaxing-2015-90?on=２０１７年6月30日")).isEqualTo(200);
        assertThat(reader.body())
                .contains("/policies/jiaxing-2015-90/editions", "data-on")
                .doesNotContain("效果按两倍计（演示修改）", "data-amended");
        assertThat(reader.open("/policies/jiaxing-2015-90")).isEqualTo(200);
        assertThat(reader.body()).doesNotContain("data-on");
        assertThat(reader.open("/policies/none/editions")).isEqualTo(404);
    }

    @Test
    void aDayBeforeTheDocumentOrNoneIsRefusedAtItsFieldAndOneAfterItsEndSaysSo() {
        var base = "/policies/jiaxing-2015-90";
        var document = policies.find("jiaxing-2015-90").orElseThrow().document();
        var reader = new Browser(port);
        for (var typed :
                List.of("1999-01-01", document.effectiveFrom().minusDays(1).toString(), "", "昨天", "2016-02-30")) {
            for (var page : List.of(base, base + "/clauses/五(三)")) {
                assertThat(reader.open(page + "?on=" + typed)).as(typed).isEqualTo(302);
            }
        }
        reader.open(base + "/editions?on=1999-01-01");
        assertThat(reader.body())
                .contains("那天还没有这份文件（" + Shown.day(document.effectiveFrom()).zh() + "起施行）", "value=\"1999-01-01\"")
                .contains("id=\"on-mistake\"");
        reader.open(base + "/editions?on=");
        assertThat(reader.body()).contains("请填写一个日期", "id=\"on-mistake\"");
        reader.open(base + "/editions");
        assertThat(reader.body()).doesNotContain("on-mistake");
        assertThat(reader.open(base + "?on=" + document.effectiveFrom())).isEqualTo(200);
        assertThat(reader.body()).doesNotContain("data-past");

        var end = Objects.requireNonNull(document.effectiveTo());
        reader.open(base + "?on=" + end);
        assertThat(reader.body()).doesNotContain("data-past");
        for (var page : List.of(base, base + "/clauses/五(三)")) {
            reader.open(page + "?on=" + end.plusDays(1));
            assertThat(reader.body()).contains("那天已经失效（" + Shown.day(end).zh() + "止）");
        }
    }

    @Test
    void anOfficeCountsWhatWasFiledAndAnApplicantTheirOwnDraftsToo() {
        var programme =
                text("select programme from casework.case_file where filed_on is null and holder is not null limit 1");
        var login = text("""
                select p.login from casework.case_file c join access.appointment a on a.organisation = c.operator
                  join access.person p on p.id = a.person where c.filed_on is null and c.holder is not null
                   and c.programme = '%s' limit 1
                """.formatted(programme));
        var far = LocalDate.of(2030, 1, 1);
        var open = Integer.parseInt(text(
                "select count(*)::text from casework.case_file where filed_on is not null and holder is not null and programme = '"
                        + programme + "'"));

        var city = touches.touched(accounts.appointmentsOf("city1").getFirst(), Set.of(programme), far);
        assertThat(city).allMatch(one -> one.drafts() == 0);
        assertThat(city.stream().mapToLong(EditionTouches.Touched::filed).sum()).isEqualTo(open);
        assertThat(touches.touched(accounts.appointmentsOf(login).getFirst(), Set.of(programme), far))
                .singleElement()
                .satisfies(one -> assertThat(one.drafts()).isPositive());
    }

    private String text(String query) {
        return jdbc.sql(query).query(String.class).single();
    }

    @Test
    void theDocumentsOnWhichOursRestsCanBeReadAndSayWhatIsNotKnown() {
        var reader = new Browser(port);
        reader.open("/policies/jiaxing-2015-90");
        assertThat(reader.body())
                .contains("href=\"/policies/guobanfa-2015-9\"", "href=\"/policies/zhezhengban-2015-79\"");
        assertThat(reader.open("/policies/zhezhengban-2015-79")).isEqualTo(200);
        assertThat(reader.body()).contains("成文日期待核实").doesNotContain("这个网站的首页");
        assertThat(reader.open("/policies/guobanfa-2015-9/clauses/二(二)")).isEqualTo(200);
        assertThat(reader.body()).contains("房租、宽带、公共软件补贴");
    }
}
