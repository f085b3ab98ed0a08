package org.zhongchuang.outside.city;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Area;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.ground.access.Accounts;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.kernel.FormId;
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

    /** Stands for the name of the first county. */
    private static final String OF_COUNTY = "";

    private static final List<String> WORDS = List.of("启明", OF_COUNTY, "运河", "新芽", "海潮", "远山", "晨曦", "方舟", "知行", "百川");
    private static final List<String> LABELS = List.of("学院", "研究院", "创新平台", "重点实验室", "企业研究院", "孵化器", "创新载体");
    private static final int TALENT_NAMES = 21_000;
    /** The firm that the demonstration's account of a firm acts for, and its agreement with a makerspace. */
    private static final String FIRM = "演示·初芽教育科技";

    private final Register register;
    private final Relations relations;
    private final Accounts accounts;
    private final Stage stage;
    private final EnterSubject entering;

    Registers(Register register, Relations relations, Accounts accounts, Stage stage, EnterSubject entering) {
        this.register = register;
        this.relations = relations;
        this.accounts = accounts;
        this.stage = stage;
        this.entering = entering;
    }

    void fill(Random random) {
        var officer = accounts.appointmentsOf("city1").stream()
                .filter(one -> one.role() == Role.CITY_OFFICER)
                .findFirst()
                .orElseThrow();
        var funds = new ArrayList<SubjectId>();
        for (int i = 0; i < WORDS.size(); i++) {
            var word = word(i);
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
                            "演示·" + word(types.indexOf(type)) + LABELS.get(types.indexOf(type)),
                            random),
                    "type",
                    type);
        }
        people(officer, random);
        done(entering.enter(
                officer,
                new Entry(
                        SubjectKind.ENTERPRISE,
                        FIRM,
                        stage.counties().getFirst().code(),
                        stage.cast().firmCode(),
                        since(stage))));
    }

    static String tenancyOfTheFirm(Stage stage) {
        return String.join(
                "\t",
                FIRM,
                stage.cast().firmCode(),
                since(stage).toString(),
                "A-100",
                "1",
                stage.times().day(1, 1, 10).toString(),
                "",
                "在线教育工具（演示）");
    }

    /** An investor who bears the name of the first county. */
    static String investorOf(Stage stage) {
        return "演示·" + nameOf(stage.counties().getFirst()) + "创业投资";
    }

    /** The name without the word for what it is. */
    private static String nameOf(Area area) {
        return area.name().zh().replaceFirst("[区县市]$", "");
    }

    private String word(int number) {
        var word = WORDS.get(number);
        return word.equals(OF_COUNTY) ? nameOf(stage.counties().getFirst()) : word;
    }

    private static LocalDate since(Stage stage) {
        return stage.times().day(0, 6, 1);
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
                note(
                        officer,
                        person,
                        "mentor",
                        "演示聘〔%d〕%d号".formatted(stage.times().year(1), i));
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
                note(
                        officer,
                        person,
                        "mentor",
                        "演示聘〔%d〕100号".formatted(stage.times().year(1)));
                register.list(account, true);
            }
        }
    }

    private SubjectId enter(Actor officer, SubjectKind kind, String name, Random random) {
        var area = stage.counties().get(random.nextInt(stage.counties().size()));
        return done(entering.enter(officer, new Entry(kind, name, area.code(), "", since(stage))));
    }

    private void note(Actor officer, SubjectId subject, String attribute, String value) {
        done(register.record(
                officer, subject, new FindingOf(attribute, value, since(stage), null, "演示材料"), FormId.fresh()));
    }

    private void relate(Actor officer, Relations.Kind kind, SubjectId source, SubjectId target, @Nullable Fen fen) {
        done(relations.relate(officer, kind, source, target, since(stage), fen, "演示协议", FormId.fresh()));
    }

    private static SubjectId done(Registering registering) {
        return switch (registering) {
            case Registering.Done(var subject) -> subject;
            case Registering.Refused(var reason) ->
                throw new IllegalStateException("the registers of the demonstration: " + reason);
        };
    }
}
