package org.zhongchuang.outside.city;

import java.util.List;
import org.zhongchuang.records.registry.SpaceKind;

/** Invented names, each marked as such. */
final class Names {

    private static final List<String> FIRST = List.of(
            "云帆", "湖光", "禾风", "秀水", "南塘", "星河", "青禾", "运河", "新芽", "海潮", "远山", "晨曦", "方舟", "翼行", "木石", "知行", "蓝鲸", "百川",
            "鸿渐", "微光", "灯塔", "拾光", "沃土", "极客", "匠心", "聚沙", "启明", "润物", "凌云", "问渠");
    private static final List<String> SECOND = List.of("一号", "二号", "东", "西", "南", "北", "新", "港湾", "广场", "里");

    private Names() {}

    /** The name of the n-th space: no two are the same. */
    static String space(int number, SpaceKind kind) {
        var first = FIRST.get(number % FIRST.size());
        var round = number / FIRST.size();
        var second = round == 0 ? "" : SECOND.get((round - 1) % SECOND.size());
        var third = round <= SECOND.size() ? "" : "·" + (round / SECOND.size());
        return "演示·" + first + second + third + kindOf(kind);
    }

    static String operator(int number) {
        return "演示·" + FIRST.get(number % FIRST.size()) + "众创运营公司" + (number + 1);
    }

    private static String kindOf(SpaceKind kind) {
        return switch (kind) {
            case DEMONSTRATION -> "创新工场";
            case INVESTMENT -> "创投空间";
            case SPECIALISED -> "专业众创空间";
            case MAKER -> "创客空间";
        };
    }
}
