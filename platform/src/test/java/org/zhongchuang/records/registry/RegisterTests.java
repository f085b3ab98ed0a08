package org.zhongchuang.records.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhongchuang.TestCity;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.ground.access.Accounts;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.PersonId;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.kernel.FormId;
import org.zhongchuang.records.directory.Directory;
import org.zhongchuang.records.directory.Directory.Query;
import org.zhongchuang.records.directory.Targets;
import org.zhongchuang.records.registry.EnterSubject.Entry;
import org.zhongchuang.records.registry.Register.FindingOf;
import org.zhongchuang.records.registry.Registering.Reason;

/** Entries of the registers, what is known of them when, and merging without loss. */
class RegisterTests extends TestCity {

    private static final LocalDate DAY = LocalDate.of(2016, 6, 1);

    @Autowired
    private Register register;

    @Autowired
    private EnterSubject enterSubject;

    @Autowired
    private Subjects subjects;

    @Autowired
    private Duplicates duplicates;

    @Autowired
    private Directory directory;

    @Autowired
    private Relations relations;

    @Autowired
    private Targets targets;

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private Actor officer() {
        return accounts.appointmentsOf("city1").stream()
                .filter(one -> one.role() == Role.CITY_OFFICER)
                .findFirst()
                .orElseThrow();
    }

    private SubjectId enter(SubjectKind kind, String name, String code) {
        return switch (enterSubject.enter(officer(), new Entry(kind, name, "330402", code, null))) {
            case Registering.Done(var id) -> id;
            case Registering.Refused(var reason) -> throw new AssertionError(reason);
        };
    }

    private Registering note(SubjectId subject, String attribute, String value, LocalDate from, String until) {
        return register.record(
                officer(),
                subject,
                new FindingOf(attribute, value, from, until.isEmpty() ? null : LocalDate.parse(until), "测试材料"),
                FormId.fresh());
    }

    private Subject find(SubjectId id) {
        return subjects.find(id).orElseThrow();
    }

    private static String code(int number) {
        return CreditCode.complete("91", "330402", "MAT%05d".formatted(number));
    }

    @Test
    void ofManyWhoEnterOneCodeAtOnceTheOthersAreToldThatItIsTaken() throws Exception {
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (int round = 0; round < 5; round++) {
                var entry = new Entry(SubjectKind.ENTERPRISE, "演示·同时登记", "330402", code(9_000 + round), null);
                var came = threads.invokeAll(Collections.nCopies(4, () -> enterSubject.enter(officer(), entry)));

                var refusals = new ArrayList<Registering>();
                for (var one : came) {
                    if (one.get() instanceof Registering.Refused refused) {
                        refusals.add(refused);
                    }
                }
                assertThat(refusals).hasSize(3).containsOnly(Registering.refused(Reason.CODE_TAKEN));
            }
        }
    }

    @Test
    void aFormThatIsSentTwiceMakesOneThing() throws Exception {
        var form = FormId.fresh();
        var entry = new Entry(SubjectKind.ENTERPRISE, "演示·同一张表", "330402", "", null);
        try (var threads = Executors.newFixedThreadPool(3)) {
            for (var one : threads.invokeAll(
                    Collections.nCopies(3, () -> enterSubject.enter(officer(), entry, form, false)))) {
                assertThat(one.get()).isEqualTo(new Registering.Done(new SubjectId(form.value())));
            }
        }
        assertThat(enterSubject.enter(officer(), entry, form, false)).isInstanceOf(Registering.Done.class);
        var firm = new SubjectId(form.value());

        var finding = new FindingOf("above_scale", "true", DAY, null, "统计名单");
        var found = FormId.fresh();
        register.record(officer(), firm, finding, found);
        assertThat(register.record(officer(), firm, finding, found)).isInstanceOf(Registering.Done.class);
        assertThat(register.record(officer(), firm, finding, FormId.fresh()))
                .isEqualTo(Registering.refused(Reason.SAME_FINDING));
        assertThat(subjects.history(firm)).hasSize(1);
    }

    @Test
    void aFormThatDidSomethingElseIsRefusedAndNeverToldThatItIsDone() {
        var used = Registering.refused(Reason.FORM_USED);
        var form = FormId.fresh();
        var entry = new Entry(SubjectKind.ENTERPRISE, "演示·表单甲", "330402", "", null);
        enterSubject.enter(officer(), entry, form, true);
        var firm = new SubjectId(form.value());
        var other = enter(SubjectKind.ENTERPRISE, "演示·表单丙", "");

        var renamed = new Entry(SubjectKind.ENTERPRISE, "演示·表单乙", "330402", "", null);
        assertThat(enterSubject.enter(officer(), renamed, form, true)).isEqualTo(used);
        assertThat(enterSubject.enter(officer(), renamed, new FormId(other.value()), true))
                .isEqualTo(used);
        var finding = new FindingOf("above_scale", "true", DAY, null, "统计名单");
        assertThat(register.record(officer(), firm, finding, form)).isEqualTo(used);
        assertThat(relations.relate(officer(), Relations.Kind.INVESTS_IN, firm, other, DAY, null, "协议", form))
                .isEqualTo(used);
        assertThat(subjects.history(firm)).isEmpty();
    }

    @Test
    void anEntryOfTheSameNameIsPointedOutUnlessItIsAnotherOne() {
        var entry = new Entry(SubjectKind.ENTERPRISE, "演示·同名企业", "330402", "", null);
        var first = enterSubject.enter(officer(), entry, FormId.fresh(), false);

        assertThat(enterSubject.enter(officer(), entry, FormId.fresh(), false))
                .isEqualTo(Registering.refused(Reason.SAME_NAME));
        assertThat(enterSubject.namesake(entry.kind(), entry.name(), entry.area()))
                .contains(((Registering.Done) first).subject());
        assertThat(enterSubject.enter(officer(), entry, FormId.fresh(), true)).isInstanceOf(Registering.Done.class);
    }

    @Test
    void ofManyWhoEnterOneNameAtOnceTheOthersAreAskedWhetherItIsTheSame() throws Exception {
        var entry = new Entry(SubjectKind.ENTERPRISE, "演示·同名同时" + UUID.randomUUID(), "330402", "", null);
        try (var threads = Executors.newFixedThreadPool(4)) {
            var came = threads.invokeAll(
                    Collections.nCopies(4, () -> enterSubject.enter(officer(), entry, FormId.fresh(), false)));

            var refusals = new ArrayList<Registering>();
            for (var one : came) {
                if (one.get() instanceof Registering.Refused refused) {
                    refusals.add(refused);
                }
            }
            assertThat(refusals).hasSize(3).containsOnly(Registering.refused(Reason.SAME_NAME));
        }
    }

    @Test
    void aPairThatItsReaderCannotMergeSaysWhy() {
        var name = "演示·两县重名" + UUID.randomUUID().toString().substring(0, 6);
        var here = enter(SubjectKind.INSTITUTION, name, "");
        var there = ((Registering.Done)
                        enterSubject.enter(officer(), new Entry(SubjectKind.INSTITUTION, name, "330481", "", null)))
                .subject();
        var county = accounts.holding(Role.COUNTY_OFFICER, "330402").getFirst();

        assertThat(duplicates.suspected(county).stream()
                        .filter(pair ->
                                Set.of(pair.one().id(), pair.other().id()).equals(Set.of(here, there)))
                        .map(Duplicates.Pair::against))
                .containsExactly(Optional.of(Reason.NOT_YOUR_AREA));
        assertThat(duplicates.suspected(officer()).stream()
                        .filter(pair ->
                                Set.of(pair.one().id(), pair.other().id()).equals(Set.of(here, there)))
                        .map(Duplicates.Pair::against))
                .containsExactly(Optional.empty());

        duplicates.merge(officer(), here, there, "同一家");
        var merge = duplicates.merges(county).getFirst();
        assertThat(duplicates.mayUndo(county, merge)).isFalse();
        assertThat(duplicates.undo(county, merge.id())).isEqualTo(Registering.refused(Reason.NOT_YOUR_AREA));
        assertThat(duplicates.undo(officer(), merge.id())).isInstanceOf(Registering.Done.class);
    }

    @Test
    void aRelationStandsOnceWhateverDayIsGivenForItButWhoeverInvestsMayDoSoAgain() {
        var one = enter(SubjectKind.INSTITUTION, "演示·总部", "");
        var other = enter(SubjectKind.INSTITUTION, "演示·分部", "");
        var form = FormId.fresh();
        relations.relate(officer(), Relations.Kind.BRANCH_OF, other, one, DAY, null, "备案", form);

        assertThat(relations.relate(officer(), Relations.Kind.BRANCH_OF, other, one, DAY, null, "备案", form))
                .isInstanceOf(Registering.Done.class);
        assertThat(relations.relate(
                        officer(), Relations.Kind.BRANCH_OF, other, one, DAY.plusDays(1), null, "备案", FormId.fresh()))
                .isEqualTo(Registering.refused(Reason.ALREADY_RELATED));
        for (int round = 0; round < 2; round++) {
            assertThat(relations.relate(
                            officer(),
                            Relations.Kind.INVESTS_IN,
                            one,
                            other,
                            DAY.plusDays(round),
                            null,
                            "协议",
                            FormId.fresh()))
                    .isInstanceOf(Registering.Done.class);
        }
    }

    @Test
    void whatTheRegistersMakeThemselvesIsNotOfferedAndWhatIsOfferedIsTaken() {
        for (var kind : List.of(SubjectKind.ENTERPRISE, SubjectKind.PERSON, SubjectKind.INSTITUTION)) {
            var subject = enter(kind, "演示·各登记项" + kind, "");
            for (var attribute : subjects.recorded(kind)) {
                var value = switch (attribute.form()) {
                    case CHOICE -> attribute.options().getLast().code();
                    case YES_NO -> "true";
                    case TEXT, CERTIFICATE, MONEY -> "12";
                };
                assertThat(note(subject, attribute.id(), value, DAY, "")).isInstanceOf(Registering.Done.class);
            }
        }
        assertThat(subjects.recorded(SubjectKind.ENTERPRISE))
                .extracting(Attribute::id)
                .doesNotContain("stage");
    }

    @Test
    void aDayToComeIsNothingThatWasFoundOut() {
        var firm = enter(SubjectKind.ENTERPRISE, "演示·将来企业", "");
        var tomorrow = LocalDate.now(clock).plusDays(1);

        assertThat(note(firm, "above_scale", "true", tomorrow, "")).isEqualTo(Registering.refused(Reason.NOT_A_PERIOD));
        assertThat(relations.relate(
                        officer(),
                        Relations.Kind.SPUN_OFF,
                        firm,
                        enter(SubjectKind.ENTERPRISE, "演示·子企业", ""),
                        tomorrow,
                        null,
                        "协议",
                        FormId.fresh()))
                .isEqualTo(Registering.refused(Reason.NOT_A_PERIOD));
        assertThat(enterSubject.enter(officer(), new Entry(SubjectKind.ENTERPRISE, "演示·未来成立", "330402", "", tomorrow)))
                .isEqualTo(Registering.refused(Reason.NO_FOUNDING_DAY));
    }

    @Test
    void aCertificateCountsWhileItIsValidAndACorrectionKeepsWhatWasBelieved() {
        var firm = enter(SubjectKind.ENTERPRISE, "演示·证书科技", code(1));
        note(firm, "high_tech", "GR201633000001", LocalDate.of(2014, 1, 1), "2016-12-31");
        assertThat(find(firm).traits()).contains("stage:firm").doesNotContain("high_tech:yes");
        note(firm, "high_tech", "GR201933000001", LocalDate.of(2017, 1, 1), "2019-12-31");
        assertThat(find(firm).traits()).contains("stage:high_tech", "high_tech:yes");
        var before = clock.instant();

        assertThat(subjects.known(firm, LocalDate.of(2016, 5, 1), before))
                .extracting(Subjects.Known::value)
                .containsExactly("GR201633000001");
        note(firm, "high_tech", "", LocalDate.of(2017, 1, 1), "");
        assertThat(find(firm).traits()).doesNotContain("high_tech:yes");
        assertThat(subjects.history(firm)).hasSize(3);
        assertThatThrownBy(() -> asOwner()
                        .sql("update registry.fact set value = 'x' where subject = :id")
                        .param("id", firm.value())
                        .update())
                .isInstanceOf(DataAccessException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "ENTERPRISE, 甲, '', NO_NAME",
        "ENTERPRISE, 演示·错码, 91330402MA2B00019X, NOT_A_CODE",
        "ENTERPRISE, 演示·身份证, 11010519491231002X, NOT_A_CODE",
        "PERSON, 十三月的人（演示）, 440524188013010014, NOT_A_NUMBER",
        "PERSON, 短号的人（演示）, 12, NOT_A_NUMBER",
        "SPACE, 演示·众创空间, '', NO_SUCH_KIND"
    })
    void whatCannotBeEnteredIsRefusedWithItsReason(SubjectKind kind, String name, String code, Reason reason) {
        assertThat(enterSubject.enter(officer(), new Entry(kind, name, "330402", code, null)))
                .isEqualTo(Registering.refused(reason));
    }

    @Test
    void oldNumbersAreAcceptedAndACodeIsTakenOnce() {
        assertThat(find(enter(SubjectKind.ENTERPRISE, "演示·旧号企业", "330402000001235"))
                        .code())
                .contains("330402000001235");
        assertThat(enterSubject.enter(
                        officer(), new Entry(SubjectKind.ENTERPRISE, "演示·又一家", "330402", "330402000001235", null)))
                .isEqualTo(Registering.refused(Reason.CODE_TAKEN));
    }

    @Test
    void ofAPersonsNumberOnlyAFingerprintIsKeptAndTheSamePersonIsNotEnteredTwice() {
        var person = enter(SubjectKind.PERSON, "测试人（演示）", "440524188001010014");

        assertThat(jdbc.sql("select s::text from registry.subject s where id = :id")
                        .param("id", person.value())
                        .query(String.class)
                        .single())
                .doesNotContain("440524188001010014");
        assertThat(enterSubject.enter(
                        officer(), new Entry(SubjectKind.PERSON, "同一个人", "330402", "440524188001010014", null)))
                .isEqualTo(Registering.refused(Reason.CODE_TAKEN));
        assertThat(find(person).listed()).isFalse();
    }

    @Test
    void whoeverIsNotListedIsNeitherFoundNorNamedBesideOthers() {
        var person = enter(SubjectKind.PERSON, "不公开的人（演示）", "");
        var firm = enter(SubjectKind.ENTERPRISE, "演示·公开的企业", "");
        relations.relate(officer(), Relations.Kind.INVESTS_IN, person, firm, DAY, null, "测试", FormId.fresh());

        assertThat(list(new Query(SubjectKind.PERSON, "不公开的人", null, List.of(), ""))
                        .rows())
                .isEmpty();
        assertThat(directory.related(firm, false)).isEmpty();
        assertThat(directory.related(firm, true)).hasSize(1);
    }

    @Test
    void anOfficerOfAnotherCountyEntersNothingHere() {
        var other = accounts.appointmentsOf("c330481-1").getFirst();

        assertThat(enterSubject.enter(other, new Entry(SubjectKind.ENTERPRISE, "演示·越界", "330402", "", null)))
                .isEqualTo(Registering.refused(Reason.NOT_YOUR_AREA));
    }

    @Test
    void whatSoundsAlikeIsSuspectedMergedAndTakenApartToTheLetter() {
        var team = enter(SubjectKind.ENTERPRISE, "演示·云帆智造", "");
        var firm = enter(SubjectKind.ENTERPRISE, "演示·云帆智造（嘉兴）有限公司", code(2));
        var before = List.of(row(team), row(firm));

        assertThat(duplicates.suspected(officer()))
                .anySatisfy(pair ->
                        assertThat(List.of(pair.one().id(), pair.other().id())).containsExactlyInAnyOrder(team, firm));
        assertThat(duplicates.merge(officer(), team, firm, "同一创始团队")).isInstanceOf(Registering.Done.class);
        assertThat(find(team).code()).contains(code(2));
        assertThat(find(team).traits()).contains("stage:firm");
        assertThat(subjects.standingFor(firm).orElseThrow().id()).isEqualTo(team);
        assertThat(duplicates.merge(officer(), team, firm, "再合并一次"))
                .isEqualTo(Registering.refused(Reason.ALREADY_MERGED));

        var merge = duplicates.merges(officer()).stream()
                .filter(one -> one.gone().id().equals(firm))
                .findFirst()
                .orElseThrow();
        assertThat(duplicates.undo(officer(), merge.id())).isInstanceOf(Registering.Done.class);
        assertThat(List.of(row(team), row(firm))).isEqualTo(before);
        assertThat(duplicates.undo(officer(), merge.id())).isEqualTo(Registering.refused(Reason.NOT_MERGED));

        duplicates.tellApart(officer(), team, firm);
        assertThat(duplicates.suspected(officer()))
                .noneSatisfy(pair -> assertThat(pair.one().id()).isIn(team, firm));
    }

    @Test
    void anAccountThatActsForAnEntryActsForWhatItIsMergedInto() {
        var person = accounts.personWith("expert02").orElseThrow();
        var kept = enter(SubjectKind.PERSON, "演示·合并甲", "");
        var gone = enter(SubjectKind.PERSON, "演示·合并乙", "");
        var third = enter(SubjectKind.PERSON, "演示·合并丙", "");
        account(gone, person);
        account(third, accounts.personWith("expert03").orElseThrow());

        assertThat(duplicates.merge(officer(), kept, gone, "同一人")).isInstanceOf(Registering.Done.class);
        assertThat(register.ofAccount(person).map(Subject::id)).contains(kept);
        assertThat(duplicates.merge(officer(), kept, third, "同一人")).isEqualTo(Registering.refused(Reason.TWO_ACCOUNTS));

        var merge = duplicates.merges(officer()).stream()
                .filter(one -> one.gone().id().equals(gone))
                .findFirst()
                .orElseThrow();
        assertThat(duplicates.undo(officer(), merge.id())).isInstanceOf(Registering.Done.class);
        assertThat(register.ofAccount(person).map(Subject::id)).contains(gone);
        jdbc.sql("update registry.subject set account = null where id in (:gone, :third)")
                .param("gone", gone.value())
                .param("third", third.value())
                .update();
    }

    @Test
    void nobodyMergesAwayWhatIsAnotherCountysNorTwoPeopleWithDifferentNumbers() {
        var own = enter(SubjectKind.ENTERPRISE, "演示·本县接管", "");
        var foreign = jdbc.sql(
                        "select id from registry.subject where kind = 'ENTERPRISE' and area = '330481' and merged_into is null order by id limit 1")
                .query((row, _) -> new SubjectId(row.getObject("id", java.util.UUID.class)))
                .single();
        var county = accounts.appointmentsOf("c330402-1").getFirst();
        assertThat(duplicates.merge(county, own, foreign, "同一企业")).isEqualTo(Registering.refused(Reason.NOT_YOUR_AREA));

        var one = enter(SubjectKind.PERSON, "演示·两人甲", "");
        var other = enter(SubjectKind.PERSON, "演示·两人乙", "");
        for (var person : List.of(one, other)) {
            jdbc.sql("update registry.subject set person_hash = :hash where id = :id")
                    .param("hash", "测试" + person)
                    .param("id", person.value())
                    .update();
        }
        assertThat(duplicates.merge(officer(), one, other, "同一人")).isEqualTo(Registering.refused(Reason.TWO_NUMBERS));
    }

    private void account(SubjectId entry, PersonId person) {
        jdbc.sql("update registry.subject set account = :person where id = :id")
                .param("person", person.value())
                .param("id", entry.value())
                .update();
    }

    private Map<String, Object> row(SubjectId id) {
        var row = jdbc.sql(
                        "select code, name, area, traits::text, merged_into::text from registry.subject where id = :id")
                .param("id", id.value())
                .query()
                .singleRow();
        return Map.of("row", row.toString());
    }

    @ParameterizedTest
    @CsvSource({"南湖, 南湖创投", "nanhu, nanhu", "nhcy, initials", "湖创业投, four characters", "南, one character"})
    void theDirectoryIsSearchedByTwoCharactersBySoundAndByInitials(String words, String why) {
        var found = list(new Query(SubjectKind.INVESTOR, words, null, List.of(), ""))
                .rows();

        assertThat(found).as(why).extracting(Subject::name).contains("演示·南湖创业投资");
    }

    private Directory.Listing list(Query query) {
        return directory.list(query, directory.facets(query));
    }

    @Test
    void filtersAndTheirFiguresAgreeWithTheList() {
        var query = new Query(SubjectKind.ENTERPRISE, "", null, List.of("science_sme:yes"), "");
        var seen = new ArrayList<Subject>();
        directory.export(query, seen::add);
        var facets = directory.facets(query);

        assertThat(facets.total()).isEqualTo(seen.size()).isPositive();
        assertThat(facets.traits().get("science_sme:yes")).isEqualTo(seen.size());
        assertThat(seen).allSatisfy(one -> assertThat(one.traits()).contains("science_sme:yes"));
        var paged = new ArrayList<SubjectId>();
        for (var page = list(query); ; page = list(new Query(query.kind(), "", null, query.traits(), page.next()))) {
            page.rows().forEach(one -> paged.add(one.id()));
            if (page.next().isEmpty()) {
                break;
            }
        }
        assertThat(paged).doesNotHaveDuplicates().hasSize(seen.size());
    }

    @Test
    void moneyThatOneFundPutIntoAnotherCountsOnce() {
        var before = targets.fundsOn(DAY);
        var mother = enter(SubjectKind.FUND, "演示·母基金甲", "");
        var child = enter(SubjectKind.FUND, "演示·子基金甲", "");
        note(mother, "paid_in", "100000000", DAY, "");
        note(child, "paid_in", "30000000", DAY, "");
        assertThat(targets.fundsOn(DAY).subtract(before)).isEqualByComparingTo("130000000");
        relations.relate(
                officer(),
                Relations.Kind.INVESTS_IN,
                mother,
                child,
                DAY,
                Fen.ofYuan(20_000_000),
                "出资协议",
                FormId.fresh());

        assertThat(targets.fundsOn(DAY).subtract(before)).isEqualByComparingTo("110000000");
        assertThat(targets.fundsOn(DAY.minusDays(1))).isEqualByComparingTo(targets.fundsOn(DAY.minusDays(1)));
    }

    @Test
    void noOrderOfRelationsClosesACircle() {
        var random = new Random(3);
        var nodes = new ArrayList<SubjectId>();
        for (int i = 0; i < 8; i++) {
            nodes.add(enter(SubjectKind.INSTITUTION, "演示·沿革" + i, ""));
        }
        var made = 0;
        for (int i = 0; i < 80; i++) {
            var one = relations.relate(
                    officer(),
                    Relations.Kind.SPUN_OFF,
                    nodes.get(random.nextInt(8)),
                    nodes.get(random.nextInt(8)),
                    DAY,
                    null,
                    "测试",
                    FormId.fresh());
            if (one instanceof Registering.Refused(var reason)) {
                assertThat(reason).isIn(Reason.CIRCLE, Reason.ALREADY_RELATED, Reason.SAME_SUBJECT);
            } else {
                made++;
            }
        }
        var circles = jdbc.sql("""
                        with recursive onward(start, at) as (
                          select source, target from registry.relation where kind = 'SPUN_OFF'
                          union select o.start, r.target from onward o join registry.relation r on r.source = o.at and r.kind = 'SPUN_OFF')
                        select count(*) from onward where start = at
                        """).query(Long.class).single();

        assertThat(circles).isZero();
        assertThat(made).isBetween(8, 28);
        assertThat(Objects.requireNonNull(nodes.getFirst())).isNotNull();
    }
}
