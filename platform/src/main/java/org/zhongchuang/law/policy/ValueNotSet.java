package org.zhongchuang.law.policy;

import org.zhongchuang.engine.Parameter;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.calendar.Waits;

/** Thrown where a value is needed that no authority has set yet. */
public final class ValueNotSet extends Waits {

    ValueNotSet(Parameter parameter) {
        super(
                Text.of(
                        "参数“%s”（%s）尚未由主管部门设定".formatted(parameter.means().zh(), parameter.id()),
                        "the value “%s” (%s), which no authority has set yet"
                                .formatted(parameter.means().en(), parameter.id())),
                "/parameters/" + parameter.id());
    }
}
