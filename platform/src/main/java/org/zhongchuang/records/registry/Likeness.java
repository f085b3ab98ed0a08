package org.zhongchuang.records.registry;

import java.util.regex.Pattern;
import org.zhongchuang.ground.kernel.Spoken;

/** What is left of a name when two are compared: two that have it in common may be the same. */
public final class Likeness {

    /** What names of firms have in common says nothing about whose they are. */
    private static final Pattern COMMON =
            Pattern.compile("有限责任公司|股份有限公司|有限公司|分公司|公司|合伙企业|有限合伙|（.*?）|\\(.*?\\)|浙江省?|嘉兴市?|[\\s·•\\-—,，.。“”\"'&]");

    private Likeness() {}

    /** The sound of what is particular in a name, without spaces. */
    public static String of(String name) {
        var particular = COMMON.matcher(name.strip()).replaceAll("");
        return Spoken.syllables(particular.isEmpty() ? name : particular).replace(" ", "");
    }
}
