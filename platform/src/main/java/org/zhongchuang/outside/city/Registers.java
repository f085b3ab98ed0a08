package org.zhongchuang.outside.city;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.ground.access.Accounts;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.records.registry.EnterSubject;
import org.zhongchuang.records.registry.EnterSubject.Entry;
import org.zhongchuang.records.registry.Register;
import org.zhongchuang.records.registry.Register.FindingOf;
import org.zhongchuang.records.registry.Registering;
import org.zhongchuang.records.registry.Relations;
import org.zhongchuang.records.registry.SubjectId;
import org.zhongchuang.records.registry.SubjectKind;

/** Investors, funds, institutions and people of the demonstration, entered by an officer as any officer would. */
@Component
class Registers {

    private static final List<String> WORDS = List.of("启明", "南湖", "运河", "新芽", "海潮", "远山", "晨曦", "方舟", "知行", "百川");
    private static final List<String> LABELS = List.of("学院", "研究院", "创新平台", "重点实验室", "企业研究院", "孵化器", "创新载体");
    private static final int TALENT_NAMES = 21_000;
    private static final LocalDate SINCE = LocalDate.of(2015, 6, 1);

    /** The firm that the demonstration's account of a firm acts for, and its agreement with a makerspace. */
    private static final String FIRM = "演示·初芽教育科技";

    static final String TENANCY_OF_THE_FIRM =
            String.join("\t", FIRM, Cast.FIRM_CODE, SINCE.toString(), "A-100", "1", "2016-01-10", "", "在线教育工具（演示）");

    private final Register register;
    private final Relations relations;
    private final Accounts accounts;
    private final Policies policies;
    private final EnterSubject entering;

    Registers(Register register, Relations relations, Accounts accounts, Policies policies, EnterSubject entering) {
        this.register = register;
        this.relations = relations;
        this.accounts = accounts;
        this.policies = policies;
        this.entering = entering;
    }

    void fill(Random random) {
        var officer = accounts.appointmentsOf("city1").stream()
                .filter(one -> one.role() == Role.CITY_OFFICER)
                .findFirst()
                .orElseThrow();
        var funds = new ArrayList<SubjectId>();
        for (int i = 0; i < WORDS.size(); i++) {
            var word = WORDS.get(i);
            var investor = enter(officer, SubjectKind.INVESTOR, "演示·" + word + "创业投资", random);
            note(officer, investor, "type", i % 4 == 3 ? "angel_group" : "venture");
            var fund = enter(officer, SubjectKind.FUND, "演示·" + word + "创业投资基金", random);
            note(officer, fund, "committed", String.valueOf(50_000_000L * (1 + i)));
            note(officer, fund, "paid_in", String.valueOf(30_000_000L * (1 + i)));
            relate(officer, Relations.Kind.MANAGES, investor, fund, null);
            if (!funds.isEmpty() && i % 5 == 4) {
                // A fund of funds: what it gave to another counted fund counts once.
                note(officer, fund, "of_funds", "true");
                relate(officer, Relations.Kind.INVESTS_IN, fund, funds.getFirst(), new Fen(1_000_000_000));
            }
            funds.add(fund);
        }
        var types =
                List.of("university", "institute", "platform", "laboratory", "firm_institute", "incubator", "carrier");
        for (var type : types) {
            note(
                    officer,
                    enter(
                            officer,
                            SubjectKind.INSTITUTION,
                            "演示·" + WORDS.get(types.indexOf(type)) + LABELS.get(types.indexOf(type)),
                            random),
                    "type",
                    type);
        }
        people(officer, random);
        done(entering.enter(officer, new Entry(SubjectKind.ENTERPRISE, FIRM, "330402", Cast.FIRM_CODE, SINCE)));
    }

    private void people(Actor officer, Random random) {
        for (int i = 1; i <= 60; i++) {
            var person = enter(officer, SubjectKind.PERSON, Names.person(TALENT_NAMES + i), random);
            note(
                    officer,
                    person,
                    "talent",
                    List.of("leader", "expert", "skilled").get(i % 3));
            note(
                    officer,
                    person,
                    "source",
                    List.of("returnee", "university", "firm", "graduate").get(i % 4));
            if (i % 3 == 0) {
                note(officer, person, "mentor", "演示聘〔2016〕%d号".formatted(i));
            }
            if (i % 10 == 0) {
                note(officer, person, "angel", "true");
            }
        }
        for (var role : List.of(Role.MENTOR, Role.FOUNDER, Role.RESEARCHER)) {
            var account = accounts.appointmentsOf(role.word()).getFirst();
            var person = enter(officer, SubjectKind.PERSON, account.name(), random);
            register.link(person, account.person());
            if (role == Role.MENTOR) {
                note(officer, person, "mentor", "演示聘〔2016〕100号");
                register.list(account, true);
            }
        }
    }

    private SubjectId enter(Actor officer, SubjectKind kind, String name, Random random) {
        var areas = policies.current().areas();
        var area = areas.get(1 + random.nextInt(areas.size() - 1));
        return done(entering.enter(officer, new Entry(kind, name, area.code(), "", SINCE)));
    }

    private void note(Actor officer, SubjectId subject, String attribute, String value) {
        done(register.record(officer, subject, new FindingOf(attribute, value, SINCE, null, "演示材料")));
    }

    private void relate(Actor officer, Relations.Kind kind, SubjectId source, SubjectId target, @Nullable Fen fen) {
        done(relations.relate(officer, kind, source, target, SINCE, fen, "演示协议"));
    }

    private static SubjectId done(Registering registering) {
        return switch (registering) {
            case Registering.Done(var subject) -> subject;
            case Registering.Refused(var reason) ->
                throw new IllegalStateException("the registers of the demonstration: " + reason);
        };
    }
}
