package org.zhongchuang.ground.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.zhongchuang.engine.Text;

/**
 * A page that people find in the menu, said by the page itself: its address and whom it lets in stand beside this. It
 * is shown to whom it lets in.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface InMenu {

    Section value();

    /** Its name in the menu, in Chinese. */
    String zh();

    /** Its name in the menu, in English. */
    String en();

    /** The id of its icon in {@code static/vendor/tabler-icons/icons.svg}. */
    String icon();

    /** Where it stands in its section; the smaller comes first. */
    int place();

    /** Whose desks lead to it by a button, as it is what they do most. */
    Role[] often() default {};

    /** Other addresses whose pages belong to it, such as {@code /cases}; those below its own do anyway. */
    String[] under() default {};

    /** The parts of the menu, in their order. Those for everybody stand in the head of a visitor's page. */
    enum Section {
        WORK("工作", "Work", false),
        BENEFITS("办事", "Support", true),
        POLICY("政策", "Policy", true),
        REGISTERS("名录", "Registers", true),
        OPENNESS("公开", "Open books", true),
        RESULTS("成效", "Results", true),
        MONEY("资金", "Money", false),
        OVERSIGHT("监督", "Oversight", false),
        SYSTEM("系统", "System", false);

        private final Text label;
        private final boolean forEverybody;

        Section(String zh, String en, boolean forEverybody) {
            this.label = Text.of(zh, en);
            this.forEverybody = forEverybody;
        }

        public Text label() {
            return label;
        }

        public boolean isForEverybody() {
            return forEverybody;
        }
    }
}
