package org.zhongchuang.ground.audit;

import org.zhongchuang.engine.Text;

/**
 * One kind of act that the record may hold.
 *
 * @param code what stands in the row
 * @param words what a reader sees after the name of who did it
 * @param page where the thing it was done to can be opened, with {@code {}} for the thing; empty if nowhere
 */
public record Act(String code, Group group, Text words, String page) {

    /** What acts belong together for whoever searches. */
    public enum Group {
        SIGN_IN("登录与退出", "Signing in and out"),
        ACCOUNT("账号与身份", "Accounts and appointments"),
        REFUSAL("拒绝访问", "Refused"),
        READING("查阅与导出", "Reading and exporting"),
        CASE("申报与公示", "Cases and notices"),
        REGISTER("登记与认定", "Registers and recognition"),
        POLICY("政策与数值", "Policy and values"),
        RECORD("台账与考评", "Records and assessment"),
        MONEY("资金", "Money"),
        SYSTEM("系统运行", "Running the system");

        private final Text label;

        Group(String zh, String en) {
            this.label = Text.of(zh, en);
        }

        public Text label() {
            return label;
        }

        /** Whether it is written from where such an act came: only for acts by which somebody gets in, at or out. */
        boolean keepsSource() {
            return this == SIGN_IN || this == ACCOUNT || this == REFUSAL || this == READING;
        }
    }
}
