package org.zhongchuang.procedure.review.web;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhongchuang.engine.Programme.RubricItem;
import org.zhongchuang.engine.Text;

/** The points that are typed into the form of a vote. */
final class Points {

    /** How their fields begin. */
    static final String FIELD = "score.";

    private Points() {}

    /** Those that are whole numbers, by line of the rubric. */
    static Map<String, Integer> of(Map<String, String> typed) {
        var points = new HashMap<String, Integer>();
        typed.forEach((field, text) -> {
            if (field.startsWith(FIELD) && text.strip().matches("\\d{1,3}")) {
                points.put(field.substring(FIELD.length()), Integer.parseInt(text.strip()));
            }
        });
        return points;
    }

    /** What is wrong with those of a line. */
    static @Nullable Text wrong(RubricItem line, Map<String, String> typed) {
        if (typed.getOrDefault(FIELD + line.id(), "").isBlank()) {
            return Text.of("这一项还没有打分。", "This line has no points yet.");
        }
        var points = of(typed).getOrDefault(line.id(), -1);
        return points >= 0 && points <= line.points()
                ? null
                : Text.of("请写0到" + line.points() + "之间的整数。", "Write a whole number from 0 to " + line.points() + ".");
    }
}
