package org.zhongchuang.acceptance;

import java.util.List;

/** The experts of the demonstration, whom pages name and who sign in as expert01 to expert15. */
final class Experts {

    private static final List<String> NAMES = List.of(
            "朱文彤", "潘思婉", "王思新", "姜行燕", "史知明", "吕知杰", "鲁然国", "卫然晖", "喻安冬", "孙安荷", "曹荷知", "俞夏文", "杨夏晨", "苏青涵", "郑青佳");

    private Experts() {}

    /** As whom the expert signs in whose name a page shows. */
    static String login(String shown) {
        for (int i = 0; i < NAMES.size(); i++) {
            if (shown.contains(NAMES.get(i))) {
                return "expert%02d".formatted(i + 1);
            }
        }
        throw new IllegalArgumentException("no expert is called " + shown);
    }
}
