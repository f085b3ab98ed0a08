package org.zhongchuang.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.zhongchuang.engine.formula.Formula;
import org.zhongchuang.engine.formula.FormulaProblem;

/** Holds a file of a pack against what may stand in it, and tells of everything that may not, each at its place. */
final class ShapeCheck {

    private static final int LONGEST_NUMBER = 40;

    private final String file;
    private final String text;
    private final List<Flaw> flaws = new ArrayList<>();

    private ShapeCheck(String file, String text) {
        this.file = file;
        this.text = text;
    }

    static List<Flaw> problemsOf(String file, String text, Shape shape) {
        var page = Spot.read(file, text);
        if (!page.flaws().isEmpty() && page.root().kind() == Spot.Kind.NOTHING) {
            return page.flaws();
        }
        var check = new ShapeCheck(file, text);
        check.flaws.addAll(page.flaws());
        if (page.root().kind() == Spot.Kind.NOTHING) {
            check.add(page.root(), Text.of("这个文件是空的", "this file is empty"));
        } else {
            check.check("", page.root(), shape);
        }
        return check.flaws;
    }

    private void check(String key, Spot spot, Shape shape) {
        switch (shape) {
            case Shape.Fields fields when spot.kind() == Spot.Kind.FIELDS -> fields(key, spot, fields);
            case Shape.Many many when spot.kind() == Spot.Kind.LIST -> many(key, spot, many.each());
            case Shape.Many _ when spot.kind() == Spot.Kind.NOTHING -> {}
            case Shape.Named named
            when spot.kind() == Spot.Kind.FIELDS ->
                spot.inside().forEach((name, one) -> check(name, one, named.each()));
            case Shape.Choice choice
            when spot.kind() == Spot.Kind.TEXT
                    && choice.words().contains(spot.text().toLowerCase(Locale.ROOT)) -> {}
            case Shape.Plain plain when isPlain(spot, plain) -> {}
            default -> wrong(key, spot, shape);
        }
    }

    private void fields(String key, Spot spot, Shape.Fields fields) {
        var known = fields.all();
        spot.inside().forEach((name, inside) -> {
            var field = known.get(name);
            if (field == null) {
                unknown(name, inside, known.keySet());
            } else if (inside.kind() != Spot.Kind.NOTHING) {
                check(name, inside, field.shape());
            }
        });
        if (fields.of() == Text.class) {
            if (isBlank(spot, "zh") || isBlank(spot, "en")) {
                var of = key.isEmpty() ? "" : key + " ";
                add(spot, Flaws.text("%s须写中英文 zh 和 en", "%sneeds words in both zh and en", of));
            }
            return;
        }
        known.forEach((name, field) -> {
            var inside = spot.inside().get(name);
            if (field.required() && (inside == null || inside.kind() == Spot.Kind.NOTHING)) {
                add(inside == null ? spot : inside, Flaws.text("缺 %s", "%s is missing", name));
            }
        });
    }

    /** What is no value at all is told by another sentence. */
    private static boolean isBlank(Spot spot, String key) {
        var inside = spot.inside().get(key);
        return inside == null
                || inside.kind() == Spot.Kind.NOTHING
                || (inside.isSingle() && inside.text().isBlank());
    }

    private void unknown(String name, Spot inside, Collection<String> known) {
        var like = Words.nearest(name, known);
        var said = Flaws.text("这里没有“%s”这一项；可写：%s", "\"%s\" is not known here; known are %s", name, Words.sorted(known));
        add(inside, meaning(said, like));
    }

    private static Text meaning(Text said, String like) {
        return like.isEmpty()
                ? said
                : Text.of(said.zh() + "；是不是 " + like + "？", said.en() + "; did you mean " + like + "?");
    }

    private void many(String key, Spot spot, Shape each) {
        spot.inside().forEach((number, one) -> {
            if (one.kind() == Spot.Kind.NOTHING) {
                var of = key.isEmpty() ? "" : key + " ";
                add(one, Flaws.text("%s第 %d 项是空的", "%snumber %d is empty", of, Integer.parseInt(number) + 1));
            } else {
                check("", one, each);
            }
        });
    }

    private boolean isPlain(Spot spot, Shape.Plain plain) {
        return switch (plain) {
            case TEXT -> spot.isSingle();
            case NUMBER -> isNumber(spot);
            case WHOLE -> spot.isSingle() && spot.text().matches("[-+]?[0-9]{1,9}");
            case YES_NO ->
                spot.isSingle() && Set.of("true", "false").contains(spot.text().toLowerCase(Locale.ROOT));
            case DAY -> spot.kind() == Spot.Kind.TEXT && isDay(spot.text());
            case FORMULA -> spot.isSingle() && isFormula(spot);
            case VALUE -> spot.kind() == Spot.Kind.LIST ? isRows(spot) : spot.isSingle();
        };
    }

    private static boolean isNumber(Spot spot) {
        try {
            return spot.isSingle()
                    && spot.text().length() <= LONGEST_NUMBER
                    && new BigDecimal(spot.text().strip()).scale() <= LONGEST_NUMBER;
        } catch (NumberFormatException _) {
            return false;
        }
    }

    private static boolean isDay(String text) {
        try {
            LocalDate.parse(text.strip());
            return true;
        } catch (DateTimeParseException _) {
            return false;
        }
    }

    /** What is wrong with a formula is told of as such. */
    private boolean isFormula(Spot spot) {
        try {
            Formula.parse(PackScalars.source(spot.text(), file, text, spot.line(), spot.column()));
        } catch (FormulaProblem e) {
            flaws.add(ReadingFault.flaw(e));
        }
        return true;
    }

    private boolean isRows(Spot list) {
        return list.inside().values().stream()
                .allMatch(row -> row.kind() == Spot.Kind.FIELDS
                        && row.inside().values().stream().allMatch(one -> isPlain(one, Shape.Plain.VALUE)));
    }

    private void wrong(String key, Spot spot, Shape shape) {
        var of = key.isEmpty() ? Text.of("", "") : Text.of(key + "：", key + ": ");
        var wanted = Words.wanted(shape);
        var like = shape instanceof Shape.Choice choice ? Words.nearest(spot.text(), choice.words()) : "";
        var zh = of.zh() + wanted.zh();
        var en = of.en() + wanted.en();
        if (spot.isSingle() && !spot.text().isEmpty()) {
            zh += "，不是“" + spot.text() + "”";
            en += " instead of \"" + spot.text() + "\"";
        }
        add(spot, meaning(Text.of(zh, en), like));
    }

    private void add(Spot spot, Text what) {
        flaws.add(Flaw.at(file, spot.line(), spot.column(), what));
    }
}
