package org.zhongchuang.outside.city;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Area;
import org.zhongchuang.ground.access.Accounts;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.OrganisationId;
import org.zhongchuang.ground.access.PersonId;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.installation.launch.CannotStart;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.records.registry.CreditCode;

/** The people of the demonstration: officers of every office, experts, and one person for each other role. */
@Component
public class Cast {

    /** Where firms are registered whose area has no code of its own: at the registrar of the whole country. */
    private static final String WHOLE_COUNTRY = "100000";

    private static final int COUNTY_OFFICERS = 3;
    private static final int CITY_OFFICERS = 4;

    /** A large batch is made, approved twice and sent, by one person each. */
    private static final int TREASURERS = 4;

    private static final int DECIDERS = 2;
    private static final int EXPERTS = 15;

    /** From which number on names belong to experts; those before are applicants'. */
    private static final int EXPERT_NAMES = 20_000;

    private static final List<String> ORDINALS = List.of("甲", "乙", "丙", "丁");

    private final Accounts accounts;
    private final Policies policies;
    private final PasswordEncoder passwords;
    private final Map<String, List<Actor>> county = new HashMap<>();
    private final List<Actor> city = new ArrayList<>();
    private final List<Actor> deciders = new ArrayList<>();
    private final Map<PersonId, Actor> experts = new HashMap<>();
    private final Map<Role, List<Actor>> others = new EnumMap<>(Role.class);
    private String hash = "";

    Cast(Accounts accounts, Policies policies, PasswordEncoder passwords) {
        this.accounts = accounts;
        this.policies = policies;
        this.passwords = passwords;
    }

    void assemble() {
        hash = String.valueOf(passwords.encode("demo"));
        var areas = policies.current().areas();
        var whole = areas.getFirst();
        for (var area : areas.subList(1, areas.size())) {
            offices(area);
        }
        var bureau = accounts.addOrganisation(whole.unit().zh(), Optional.empty(), whole.code());
        others.put(Role.CITY_OFFICER, city);
        others.put(Role.CITY_DECIDER, deciders);
        for (int i = 0; i < CITY_OFFICERS; i++) {
            city.add(person(
                    "city" + (i + 1), whole.unit().zh() + "·审核员" + ORDINALS.get(i), Role.CITY_OFFICER, whole, bureau));
        }
        for (int i = 0; i < DECIDERS; i++) {
            deciders.add(person(
                    "decider" + (i + 1),
                    whole.unit().zh() + "·审定人" + ORDINALS.get(i),
                    Role.CITY_DECIDER,
                    whole,
                    bureau));
        }
        var pool = accounts.addOrganisation("演示·专家库", Optional.empty(), whole.code());
        for (int i = 1; i <= EXPERTS; i++) {
            var expert = person("expert%02d".formatted(i), Names.person(EXPERT_NAMES + i), Role.EXPERT, whole, pool);
            experts.put(expert.person(), expert);
            others.computeIfAbsent(Role.EXPERT, _ -> new ArrayList<>()).add(expert);
        }
        // The office of the leading group sits in the bureau: one person, two roles.
        accounts.appoint(city.getFirst().person(), Role.LEADING_GROUP_OFFICE, whole.code(), bureau);
        for (var role : Role.values()) {
            if (!List.of(Role.OPERATOR, Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.CITY_DECIDER, Role.EXPERT)
                    .contains(role)) {
                var unit = accounts.addOrganisation(
                        "演示·" + role.label().zh(),
                        role == Role.FIRM ? Optional.of(firmCode()) : Optional.empty(),
                        whole.code());
                // Making, approving and sending take different people, and so do reviewing and deciding, and
                // appointing.
                var people = new ArrayList<Actor>();
                for (int i = 2; i <= people(role); i++) {
                    people.add(person(
                            role.word().replace('_', '-') + "-" + i,
                            called(role, ORDINALS.get(i - 1)),
                            role,
                            whole,
                            unit));
                }
                people.add(person(role.word().replace('_', '-'), called(role, ""), role, whole, unit));
                others.put(role, people);
            }
        }
    }

    /** The invented name of somebody in a role, by which others write of them. */
    static String called(Role role, String ordinal) {
        return role.label().zh() + ordinal + "（演示）";
    }

    /** A folder that was filled as one city cannot be opened as another one. */
    void refuseOtherCity() {
        var city = policies.current().areas().getFirst();
        var filled = accounts.appointmentsOf("city1").stream()
                .map(Actor::area)
                .findFirst()
                .orElse(city.code());
        if (!filled.equals(city.code())) {
            throw new CannotStart(
                    "数据目录里是另一座演示城市（%s），不是%s；请用 --data 另选目录。"
                            .formatted(filled, city.name().zh()),
                    "the data folder holds another demonstration city (%s), not %s; choose another with --data."
                            .formatted(filled, city.name().en()));
        }
    }

    private static int people(Role role) {
        return role == Role.FINANCE_OFFICER ? 4 : role == Role.LABOUR_OFFICER ? 3 : role == Role.ADMINISTRATOR ? 2 : 1;
    }

    private void offices(Area area) {
        var office = accounts.addOrganisation(area.unit().zh(), Optional.empty(), area.code());
        var officers = new ArrayList<Actor>();
        for (int i = 0; i < COUNTY_OFFICERS; i++) {
            var login = "c%s-%d".formatted(area.code().toLowerCase(Locale.ROOT), i + 1);
            officers.add(person(login, area.name().zh() + "·经办人" + ORDINALS.get(i), Role.COUNTY_OFFICER, area, office));
        }
        county.put(area.code(), officers);
        var treasury = accounts.addOrganisation(area.name().zh() + "财政局", Optional.empty(), area.code());
        for (int i = 1; i <= TREASURERS; i++) {
            person(
                    "f%s-%d".formatted(area.code().toLowerCase(Locale.ROOT), i),
                    area.name().zh() + "财政·" + ORDINALS.get(i - 1),
                    Role.FINANCE_OFFICER,
                    area,
                    treasury);
        }
    }

    /** The code of the demonstration's firm, which is a tenant too. */
    String firmCode() {
        return CreditCode.complete("91", codeOf(0), "MADMF001");
    }

    /** The code of the n-th area that has one, counted round and round. */
    public String codeOf(int number) {
        var codes = policies.current().areas().stream()
                .filter(area -> area.parent() != null && isCode(area))
                .map(Area::code)
                .toList();
        return codes.isEmpty() ? WHOLE_COUNTRY : codes.get(number % codes.size());
    }

    private static boolean isCode(Area area) {
        return area.code().matches("\\d{6}");
    }

    /** The n-th operator, a firm with a valid code from a pattern that is kept for demonstrations. */
    Actor operator(int number, Area area) {
        var gbArea = isCode(area) ? area.code() : codeOf(0);
        var code = CreditCode.complete("91", gbArea, "MADM%04d".formatted(number % 10_000));
        var unique = number < 10_000 ? Optional.of(code) : Optional.<String>empty();
        var organisation = accounts.addOrganisation(Names.operator(number), unique, area.code());
        return person("op%03d".formatted(number + 1), Names.person(number), Role.OPERATOR, area, organisation);
    }

    private Actor person(String login, String name, Role role, Area area, OrganisationId organisation) {
        return accounts.appoint(accounts.addPersonHashed(login, name, hash), role, area.code(), organisation);
    }

    /** Who handles a case at a step that this role holds, as luck will have it where there are several. */
    Actor handler(Role role, String area, Random random) {
        if (role == Role.COUNTY_OFFICER) {
            return pair(area, random).getFirst();
        }
        if (role == Role.CITY_OFFICER) {
            return reviewer(random);
        }
        return role == Role.CITY_DECIDER ? decider(random) : officer(role, area, 0);
    }

    /** Two different officers of an area. */
    List<Actor> pair(String area, Random random) {
        var officers = county.getOrDefault(area, List.of());
        var first = random.nextInt(officers.size());
        return List.of(officers.get(first), officers.get((first + 1) % officers.size()));
    }

    Actor reviewer(Random random) {
        return city.get(random.nextInt(2));
    }

    /** Answers objections; never one of those who review. */
    Actor ombudsman(Random random) {
        return city.get(2 + random.nextInt(2));
    }

    Actor decider(Random random) {
        return deciders.get(random.nextInt(deciders.size()));
    }

    /** The n-th of those who hold a role, counted round and round; in a county, of those who hold it there. */
    public Actor officer(Role role, String area, int number) {
        var officers = role == Role.COUNTY_OFFICER
                ? county.getOrDefault(area, List.of())
                : others.getOrDefault(role, List.of());
        return officers.get(number % officers.size());
    }

    /** Somebody who applies for themselves or a firm, with an organisation of their own. */
    public Actor applicant(
            String login, String name, Role role, String area, String organisation, Optional<String> code) {
        return accounts.appoint(
                accounts.addPersonHashed(login, name, hash),
                role,
                area,
                accounts.addOrganisation(organisation, code, area));
    }

    /** The first officer of a county's treasury, or of the city's. */
    public Actor treasurer(String area) {
        var city = area.equals(policies.current().areas().getFirst().code());
        return accounts.appointmentsOf(city ? "finance-officer" : "f" + area.toLowerCase(Locale.ROOT) + "-1")
                .getFirst();
    }

    Actor expert(PersonId person) {
        var expert = experts.get(person);
        if (expert == null) {
            throw new IllegalStateException("an expert was drawn who is not in the cast");
        }
        return expert;
    }
}
