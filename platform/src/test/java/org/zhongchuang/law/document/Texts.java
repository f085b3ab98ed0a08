package org.zhongchuang.law.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Documents to read in tests. */
public final class Texts {

    private Texts() {}

    /** The document that the first pack is made of, as it was published. */
    public static String jiaxing() {
        try (var in = Texts.class.getResourceAsStream("/documents/jiaxing-2015-90.txt")) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines broken after so many characters, as some programs save them. */
    public static String broken(String text, int width) {
        return String.join(
                "\n",
                text.lines()
                        .map(String::strip)
                        .map(line -> line.replaceAll("(?<=\\G.{" + width + "})(?=.)", "\n"))
                        .toList());
    }

    /** A page number after every so many lines. */
    public static String paged(String text, int every, String number) {
        var paged = new StringBuilder();
        var lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            paged.append(lines.get(i)).append('\n');
            if (i % every == every - 1) {
                paged.append(number.formatted(i / every + 1)).append('\n');
            }
        }
        return paged.toString();
    }

    /** Measures of an invented city in chapters and articles, with a letter before and annexes after it. */
    public static final String ARTICLES = """
            测政发〔2020〕12号

            测试市人民政府关于印发《测试市创新券办法》的通知
            各县（市、区）人民政府：
            《测试市创新券办法》已经市政府同意，现印发给你们，请认真执行。
            附件：1.申请表
            2.汇总表
            测试市人民政府
            二〇二〇年三月五日
            （此件公开发布）

            测试市创新券办法
            第一章 总则
            第一条 为规范创新券，制定本办法。
            第二条 创新券当年有效，每家企业一年不超过20万元。
            过期作废。
            第二章 申请
            第三条 申请条件：
            （一）在本市注册；
            1.独立法人；
            （1）信用良好；
            ①没有失信；
            2.员工不超过500人；
            （二）研发投入占比不低于3%。
            第二条第一款规定的企业优先。
            第四条 补助标准如下：
            项目\t比例\t上限
            检测\t50%\t20万元
            设计\t30%\t10万元
            第五条 本办法自2020年4月1日起施行。
            附件1 申请表
            一、基本情况
            企业名称\t代码
            二、申请金额
            附件2
            汇总表
            合计\t元
            """;
}
