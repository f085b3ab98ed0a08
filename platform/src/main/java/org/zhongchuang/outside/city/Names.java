package org.zhongchuang.outside.city;

import java.util.List;

/**
 * Invented names, each marked as such: a word of its own and what its bearer does. Of one kind no two are the same, and
 * the same number always has the same name.
 */
public final class Names {

    private static final String HEADS = "云禾秀湖星青新海远晨方翼木知蓝百鸿微灯拾沃极匠聚启润凌问梧桐松柏竹兰荷枫棠梅榆橙麦稻茶溪泉江河川泽浦港汀洲岸汐澄沐"
            + "朗明晓昭旭曦晴霁岚岩峰岭谷原野墨砚书文弘博信诚和同众合慧智睿思致行健勤恒安宁嘉瑞祥锦绣丹朱紫金银铜玉珠琼瑶"
            + "轻捷迅飞腾跃领先开元初本正德佳美";
    private static final String TAILS =
            "帆风舟光塘芽潮山石桥渡鲸渐塔穗苗土客心沙航物渠影月羽翎音律歌谣弦鼓钟桨橹锚缆湾滩礁波浪涛澜漪虹霞霓露霜雪冰岛屿" + "峡崖坡坪林森叶枝根果籽藤蔓萝蕾苑园圃院堂阁轩斋庐居窗门庭井泊驿站亭台楼坊铺集市街巷里城";
    private static final String MIDDLES = "之与于在若如亦自常长向望来入成生";
    private static final List<String> TRADES = List.of(
            "智能装备", "文创", "软件", "新材料", "生物科技", "物联网", "工业设计", "农业科技", "传感技术", "环保科技", "数字影像", "跨境电商", "医疗器械", "新能源",
            "教育科技", "纺织科技", "机器人", "大数据");
    private static final List<String> SPACES = List.of("创新工场", "创投空间", "专业众创空间", "创客空间");
    private static final List<String> TEAMS = List.of("创客工作室", "设计工作室", "硬件小组", "开发团队", "创作团队", "实验小组");
    private static final String SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严华魏陶姜戚谢邹喻柏窦章苏潘葛范彭鲁韦马方俞任袁柳鲍史唐";
    private static final String GIVEN = "思文若雨晨浩子涵一诺佳宁志远嘉怡建成晓彤泽宇婉清立新海燕永强明慧俊杰梦洁国栋春晖秋实冬青夏荷安然知行";

    /** Prime, so that neighbours in number are far apart in sound. */
    private static final long STRIDE = 7_919;

    private Names() {}

    /** A makerspace of the kind that stands at that place in the order of choice. */
    static String space(int number, int kind) {
        return "演示·" + word(number) + SPACES.get(kind % SPACES.size());
    }

    /** Who runs that makerspace. */
    static String operator(int number) {
        return "演示·" + word(number) + "创业服务公司";
    }

    public static String firm(int number) {
        return firm(number, number);
    }

    /** A firm in the trade of that number; the name's own word is that of the first. */
    public static String firm(int number, int trade) {
        return "演示·" + word(number) + TRADES.get(trade % TRADES.size());
    }

    public static String team(int number) {
        return team(number, number);
    }

    /** A team that is no firm yet. */
    public static String team(int number, int kind) {
        return "演示·" + word(number) + TEAMS.get(kind % TEAMS.size());
    }

    /** Surname and given name. */
    public static String person(int number) {
        var many = (long) SURNAMES.length() * GIVEN.length() * GIVEN.length();
        var mixed = number * STRIDE % many;
        var surname = SURNAMES.charAt((int) (mixed % SURNAMES.length()));
        var given = (int) (mixed / SURNAMES.length());
        return "" + surname + GIVEN.charAt(given % GIVEN.length()) + GIVEN.charAt(given / GIVEN.length()) + "（演示）";
    }

    /** Two characters; three once all pairs are used. */
    private static String word(int number) {
        var pairs = HEADS.length() * TAILS.length();
        var mixed = (int) (number % pairs * STRIDE % pairs);
        var round = number / pairs;
        return HEADS.charAt(mixed % HEADS.length())
                + (round == 0
                        ? ""
                        : MIDDLES.substring((round - 1) % MIDDLES.length()).substring(0, 1))
                + TAILS.charAt(mixed / HEADS.length());
    }
}
