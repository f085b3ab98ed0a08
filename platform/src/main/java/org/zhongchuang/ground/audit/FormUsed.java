package org.zhongchuang.ground.audit;

import java.util.Set;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.kernel.Refusal;

/** Why a form is not taken whose number stands for something else that was done. */
public enum FormUsed implements Refusal {
    FORM_USED;

    /** The rule of the schema by which the reasons of other modules say the same. */
    public static final String RULE = "a_form_does_one_thing";

    /** In the words that all modules use. */
    public static final String ZH = "这张表单已经用来办过另一件事，这次没有办理。请重新打开页面再办；您填写的内容还在下面。";

    public static final String EN =
            "This form has done something else already; nothing was done now. Open the page again and send it from there; what you typed is still below.";

    @Override
    public Text text() {
        return Text.of(ZH, EN);
    }

    @Override
    public Set<String> constraints() {
        return Set.of(RULE);
    }
}
