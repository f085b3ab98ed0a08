package org.zhongchuang.acceptance;

import java.util.List;

/**
 * A text in the numbering style of an official document, with the headings of the real one and sentences of our own.
 */
final class OfficialText {

    private static final List<String> ORDINALS = List.of("一", "二", "三", "四", "五", "六", "七");
    private static final List<List<String>> PARTS = List.of(
            List.of("重要意义", "众创空间是“大众创业、万众创新”的新载体、新空间、新动力", "加快发展众创空间是实施创新驱动发展战略的需要", "加快发展众创空间能够更加开放、更大力度地吸引全球创业创新资源"),
            List.of("工作目标", "加快众创空间建设", "加快创投机构引育", "加快科技人才集聚", "加快科技型企业培育"),
            List.of("大力发展各类众创空间"),
            List.of("加快培育创业创新主体", "鼓励大学生创业", "鼓励领军人才和海归人才创业", "鼓励企业现有人才创业", "鼓励高校、科研院所人才创业"),
            List.of(
                    "加强政策支持",
                    "鼓励引进众创空间",
                    "鼓励构建众创空间",
                    "支持创业创新活动",
                    "降低众创空间运行成本",
                    "加大创业创新金融支持",
                    "促进创业创新体系建设",
                    "抓好创业创新公共服务"),
            List.of("强化工作保障", "加强组织领导", "强化考核激励", "营造创业创新氛围"));

    private OfficialText() {}

    static String written() {
        var text = new StringBuilder("嘉政办发〔2015〕90号\n\n测试文本的标题\n各县（市、区）人民政府：\n为了测试，写下这一段。\n\n");
        for (int part = 0; part < PARTS.size(); part++) {
            text.append(ORDINALS.get(part))
                    .append("、")
                    .append(PARTS.get(part).getFirst())
                    .append("\n\n");
            if (part == 2) {
                text.append("这一部分没有款，只有总述。\n一是测试的第一种；\n二是测试的第二种；\n三是测试的第三种；\n四是测试的第四种。\n\n");
            }
            for (int clause = 1; clause < PARTS.get(part).size(); clause++) {
                text.append("（")
                        .append(ORDINALS.get(clause - 1))
                        .append("）")
                        .append(PARTS.get(part).get(clause));
                text.append("。这是为测试写的第")
                        .append(part + 1)
                        .append("部分第")
                        .append(clause)
                        .append("款。\n");
            }
        }
        return text.append("\n嘉兴市人民政府办公室\n2015年12月1日\n（此件公开发布）\n").toString();
    }
}
