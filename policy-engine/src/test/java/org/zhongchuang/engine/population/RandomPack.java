package org.zhongchuang.engine.population;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** A pack with one programme of random, well-typed formulas over every construct of the language. */
final class RandomPack {

    private static final String HEAD = """
            pack: random
            document: { number: 甲, title: { zh: 甲, en: a }, issuer: { zh: 甲, en: a }, issued: 2015-01-01, effectiveFrom: 2015-01-01 }
            areas: []
            """;
    private static final String FACTS = """
            - { id: money, label: { zh: 甲, en: a }, help: { zh: 甲, en: a }, kind: number, unit: yuan }
            - { id: price, label: { zh: 甲, en: a }, help: { zh: 甲, en: a }, kind: number, unit: yuan }
            - { id: share, label: { zh: 甲, en: a }, help: { zh: 甲, en: a }, kind: number, unit: percent }
            - { id: people, label: { zh: 甲, en: a }, help: { zh: 甲, en: a }, kind: number, unit: people }
            - { id: perhaps, label: { zh: 甲, en: a }, help: { zh: 甲, en: a }, kind: number, unit: yuan, optional: true }
            - { id: turnover, label: { zh: 甲, en: a }, help: { zh: 甲, en: a }, kind: number, unit: ten_thousand_yuan }
            - { id: area, label: { zh: 甲, en: a }, help: { zh: 甲, en: a }, kind: number, unit: square_metres }
            - { id: rent, label: { zh: 甲, en: a }, help: { zh: 甲, en: a }, kind: number, unit: yuan_per_square_metre_and_month }
            - { id: density, label: { zh: 甲, en: a }, help: { zh: 甲, en: a }, kind: number, unit: people_per_square_metre }
            - { id: good, label: { zh: 甲, en: a }, help: { zh: 甲, en: a }, kind: yes_no }
            - { id: fair, label: { zh: 甲, en: a }, help: { zh: 甲, en: a }, kind: yes_no }
            - { id: since, label: { zh: 甲, en: a }, help: { zh: 甲, en: a }, kind: day }
            - { id: until, label: { zh: 甲, en: a }, help: { zh: 甲, en: a }, kind: day }
            - { id: name, label: { zh: 甲, en: a }, help: { zh: 甲, en: a }, kind: text }
            - { id: sort, label: { zh: 甲, en: a }, help: { zh: 甲, en: a }, kind: choice, options: [ { code: one, label: { zh: 一, en: one } }, { code: two, label: { zh: 二, en: two } } ] }
            - { id: bills, label: { zh: 甲, en: a }, help: { zh: 甲, en: a }, kind: records, fields: [ { id: paid, label: { zh: 甲, en: a }, help: { zh: 甲, en: a }, kind: number, unit: yuan }, { id: at, label: { zh: 甲, en: a }, help: { zh: 甲, en: a }, kind: day } ] }
            - { id: visits, label: { zh: 甲, en: a }, help: { zh: 甲, en: a }, kind: records, fields: [ { id: at, label: { zh: 甲, en: a }, help: { zh: 甲, en: a }, kind: day }, { id: seen, label: { zh: 甲, en: a }, help: { zh: 甲, en: a }, kind: yes_no }, { id: place, label: { zh: 甲, en: a }, help: { zh: 甲, en: a }, kind: text }, { id: paid, label: { zh: 甲, en: a }, help: { zh: 甲, en: a }, kind: number, unit: yuan } ] }
            """;
    private static final String RATE = """
            id: rate
            clause: 一
            means: { zh: 甲, en: a }
            unit: percent
            values:
              - { from: 2014-06-01, is: 20, standing: set, basis: { zh: 甲, en: a } }
              - { from: 2016-06-01, is: 12.5, standing: set, basis: { zh: 甲, en: a } }
            """;
    private static final String WANTED = """
            id: wanted
            clause: 一
            means: { zh: 甲, en: a }
            values:
              - { from: 2014-06-01, codes: [ 甲, one ], standing: set, basis: { zh: 甲, en: a } }
              - { from: 2016-06-01, codes: [ 乙, 乙三, C ], standing: set, basis: { zh: 甲, en: a } }
            """;
    private static final String SUPPOSED = """
            id: supposed
            clause: 一
            means: { zh: 甲, en: a }
            values: [ { from: 2015-06-01, codes: [ C39, two ], standing: demonstration, basis: { zh: 甲, en: a } } ]
            """;
    private static final String CAP = """
            id: cap
            clause: 一
            means: { zh: 甲, en: a }
            unit: yuan
            values: [ { from: 2015-06-01, is: 300000, standing: demonstration, basis: { zh: 甲, en: a } } ]
            """;

    private final Random random;
    private final int most;
    private int terms;

    RandomPack(Random random) {
        this(random, random.nextInt(20) == 0 ? 60 : 1 + random.nextInt(4));
    }

    /** A pack with so many terms. */
    RandomPack(Random random, int most) {
        this.random = random;
        this.most = most;
    }

    /** The same pack with one formula for the amount and nothing else. */
    static Map<String, String> of(String amount) {
        var files = new RandomPack(new Random(1), 0).files();
        files.put("programmes/random.yaml", """
                id: random
                title: { zh: 甲, en: a }
                purpose: { zh: 甲, en: a }
                clauses: [ 一 ]
                beneficiary: firm
                terms: [ { id: due, label: { zh: 甲, en: a }, is: '%s' } ]
                amount: due
                """.formatted(amount));
        return files;
    }

    Map<String, String> files() {
        var programme = new StringBuilder("""
                id: random
                title: { zh: 甲, en: a }
                purpose: { zh: 甲, en: a }
                clauses: [ 一 ]
                beneficiary: firm
                """);
        programme.append("owed: ").append(random.nextBoolean()).append("\nterms:\n");
        for (terms = 0; terms < most; terms++) {
            term(programme, "t" + terms, random.nextInt(4) == 0);
        }
        programme
                .append("  - { id: due, label: { zh: 甲, en: a }, is: '")
                .append(amount(3))
                .append("' }\n");
        programme.append("criteria:\n");
        for (int i = random.nextInt(4); i >= 0; i--) {
            programme.append("  - { id: c").append(i).append(", clause: 一, wording: { zh: 甲, en: a }, rule: '");
            programme.append(condition(3)).append("' }\n");
        }
        programme.append("amount: due\n");
        var files = new LinkedHashMap<String, String>();
        files.put("pack.yaml", HEAD);
        files.put("facts.yaml", FACTS);
        files.put("parameters/rate.yaml", RATE);
        files.put("parameters/cap.yaml", CAP);
        files.put("lists/wanted.yaml", WANTED);
        files.put("lists/supposed.yaml", SUPPOSED);
        files.put("programmes/random.yaml", programme.toString());
        return files;
    }

    private void term(StringBuilder programme, String id, boolean table) {
        programme.append("  - id: ").append(id).append("\n    label: { zh: 甲, en: a }\n");
        if (!table) {
            programme.append("    is: '").append(amount(3)).append("'\n");
            return;
        }
        programme.append("    table:\n      hit: first\n      rows:\n");
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            programme.append("        - { when: '").append(condition(2)).append("', is: '");
            programme.append(amount(1)).append("' }\n");
        }
        programme.append("      otherwise: '").append(amount(1)).append("'\n");
    }

    /** An amount in yuan with two decimals. */
    private String amount(int depth) {
        if (depth == 0) {
            return pick("money", "price", "cap", "(price + 1000.50)", "max(price, 7)", "given(perhaps, money)", term());
        }
        var less = depth - 1;
        return switch (random.nextInt(15)) {
            case 0 -> "(" + amount(less) + " + " + amount(less) + ")";
            case 1 -> "(" + amount(less) + " - " + amount(less) + ")";
            case 2 -> "round(" + amount(less) + " * " + percent() + ", 2, " + rounding() + ")";
            case 3 -> "divide(" + amount(less) + ", " + plain() + ", 2, " + rounding() + ", " + pick("0", "7.5") + ")";
            case 4 -> "divide(" + amount(less) + " * people, people, 2, " + rounding() + ", 0)";
            case 5 -> "min(" + amount(less) + ", " + amount(less) + ")";
            case 6 -> "max(" + amount(less) + ", " + amount(less) + ", 5)";
            case 7 -> "clamp(" + amount(less) + ", 0, " + amount(less) + ")";
            case 8, 9 -> "(if " + condition(less) + " then " + amount(less) + " else " + amount(less) + ")";
            case 10 -> tally(less);
            case 11 -> "given(perhaps, " + amount(less) + ")";
            case 12 -> "round(rent * area * months(" + random.nextInt(9) + "), 2, " + rounding() + ")";
            case 13 ->
                "(" + amount(less) + " " + pick("+", "-") + " " + pick("turnover", "round(turnover, 1, down)") + ")";
            default -> amount(0);
        };
    }

    private String tally(int depth) {
        var bills = pick("bills", "visits") + "[" + field() + "].";
        return switch (random.nextInt(8)) {
            case 5 ->
                "sum(bills[count(visits[" + beside() + "]) " + pick(">", "=") + " " + random.nextInt(3) + "].paid)";
            case 6 -> "largest(bills.(largest(visits[" + beside() + "].paid, paid)), " + amount(depth) + ")";
            case 7 ->
                "sum(visits[seen].(sum(bills[at < visits.at and paid > " + pick("price", "visits.paid") + "].paid)))";
            case 0 -> "sum(" + bills + "paid)";
            case 1 -> "sum(" + bills + "(paid * " + random.nextInt(5) + "))";
            case 2 -> "best(" + bills + "paid, " + random.nextInt(4) + ")";
            case 3 -> "largest(" + bills + "paid, " + amount(depth) + ")";
            default -> "smallest(" + bills + "paid, " + amount(depth) + ")";
        };
    }

    private String condition(int depth) {
        if (depth == 0) {
            return pick("good", "fair", "true", "sort = \"one\"", "name != \"甲\"", "since < until", "money >= cap");
        }
        var less = depth - 1;
        return switch (random.nextInt(17)) {
            case 0, 1 -> "(" + condition(less) + " and " + condition(less) + ")";
            case 2, 3 -> "(" + condition(less) + " or " + condition(less) + " or good)";
            case 4 -> "not " + condition(less);
            case 5, 6 -> amount(less) + " " + pick(">=", "<=", ">", "<", "=", "!=") + " " + amount(less);
            case 7 -> day() + " " + pick(">=", "<", "=") + " " + day();
            case 8 ->
                pick("count(bills[" + field() + "]) ", "distinct(visits[" + field() + "].paid) ") + pick(">", "=", "<=")
                        + " " + random.nextInt(4);
            case 9 ->
                random.nextBoolean()
                        ? "months_between(" + day() + ", " + day() + ") > months(" + random.nextInt(30) + ")"
                        : "working_days_between(" + day() + ", " + day() + ") < working_days(" + random.nextInt(300)
                                + ")";
            case 10 -> "year_of(" + day() + ") in [2014..2016)";
            case 13 -> "people " + pick(">=", "<") + " density * area";
            case 14 -> "turnover " + pick(">", "<=") + " " + pick(amount(less), "30");
            case 11 -> member(pick("name", "sort", "(if " + condition(less) + " then name else sort)"));
            case 15 ->
                pick(
                        "count(visits[count(visits[place = visits.place]) > 1]) = 0",
                        "count(visits[distinct(bills[" + pick("paid < visits.paid", "at > visits.at")
                                + "].at) = 1]) < 2");
            case 12 -> "count(visits[" + member("place") + "]) > " + random.nextInt(3);
            default -> condition(0);
        };
    }

    private String day() {
        return pick(
                "since",
                "until",
                "day",
                "2016-06-01",
                "(since + months(" + random.nextInt(40) + "))",
                "(until - days(" + random.nextInt(40) + "))",
                "(since " + pick("+", "-") + " working_days(" + random.nextInt(40) + "))",
                "(since + years(" + (random.nextInt(30) == 0 ? 9_000 : 1) + "))",
                "date(year_of(since), month_of(until), 31)");
    }

    /** A text asked for in a list, most often one that an authority has set. */
    private String member(String of) {
        var list = random.nextInt(4) == 0 ? "supposed" : pick("wanted", "wanted@since", "wanted@2016-05-31");
        return switch (random.nextInt(4)) {
            case 0 -> of + " in " + list;
            case 1 -> "not begins(" + of + ", " + list + ")";
            case 2 -> "begins(" + of + ", " + list + ")";
            default -> of.equals("sort") ? "begins(sort, \"o\")" : "begins(" + of + ", \"乙\")";
        };
    }

    private String percent() {
        return pick("share", "rate", "rate@since", "rate@2016-05-31", "33.33%", "(share * 50%)");
    }

    private String plain() {
        return pick("3", "month_of(since)", "(month_of(since) - month_of(until))", "0.5");
    }

    private String field() {
        return pick("paid > 100", "at >= since", "at < 2016-06-01 and paid > 0", "not (paid > price)", "true");
    }

    /** A condition on a visit within a tally over bills. */
    private String beside() {
        return pick(
                "at >= bills.at",
                "paid = bills.paid",
                "paid > bills.paid and seen",
                "place in wanted or at < bills.at",
                "bills.paid > price");
    }

    private String rounding() {
        return pick("half_up", "half_even", "up", "down");
    }

    private String term() {
        return terms == 0 ? "price" : "t" + random.nextInt(terms);
    }

    private String pick(String... one) {
        return one[random.nextInt(one.length)];
    }
}
