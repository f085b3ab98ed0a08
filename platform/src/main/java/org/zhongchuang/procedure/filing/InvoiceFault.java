package org.zhongchuang.procedure.filing;

import org.zhongchuang.engine.Text;

/** What can be wrong with an invoice that somebody types, and at which field. */
public enum InvoiceFault {
    KIND("kind", "请选择费用的种类。", "Choose the kind of cost."),
    CODE(
            "code",
            "发票代码是10位或12位数字；电子发票没有代码的，不填。",
            "The code has 10 or 12 digits; leave it out where an electronic invoice has none."),
    NUMBER(
            "number",
            "发票号码是6到24位数字或大写字母，不带“No.”和横线。",
            "The number has 6 to 24 digits or capitals, without “No.” and hyphens."),
    SELLER("seller", "请填写销售方，2到80个字。", "Name the seller, in 2 to 80 characters."),
    DAY("day", "请填写开票日期，不晚于今天。", "Give the day of the invoice, not after today."),
    OTHER_YEAR("day", "发票日期不在申报的年度内。", "The invoice is of another year than the one that is claimed for."),
    SUM("sum", "请填写大于0的金额，例如 1200.50 或 12万元。", "Give a sum above 0, such as 1200.50."),
    USED(
            "number",
            "这张发票已经在本市申报过，同一发票只能申报一次。号码相同、代码不同的，请填写发票代码。",
            "That invoice has been claimed in this city already; each counts once. If only the numbers agree, fill in the code.");

    private final String field;
    private final Text text;

    InvoiceFault(String field, String zh, String en) {
        this.field = field;
        this.text = Text.of(zh, en);
    }

    /** The field of the form that it stands at. */
    public String field() {
        return field;
    }

    public Text text() {
        return text;
    }
}
