package org.zhongchuang.records.registry;

import java.util.Set;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.audit.FormUsed;
import org.zhongchuang.ground.kernel.Refusal;

/** What came of an attempt to enter or change something in a register. */
public sealed interface Registering {

    record Done(SubjectId subject) implements Registering {}

    record Refused(Reason reason) implements Registering {}

    /** Why it was not done; where several reasons apply, one is told. */
    enum Reason implements Refusal {
        NO_SUCH_SUBJECT("没有这个登记对象。", "There is no such entry."),
        NOT_YOUR_AREA("不属于您的区域。", "It lies outside your area."),
        NO_NAME("请填写名称，2到80个字。", "Give a name of 2 to 80 characters."),
        NO_SUCH_KIND("请选择种类；众创空间由运营机构自己登记。", "Choose a kind; makerspaces are entered by their operators."),
        NO_FOUNDING_DAY(
                "成立日期请写成 2017-03-15 的样子，不晚于今天；不知道的请留空。",
                "Write the day of founding such as 2017-03-15, not after today; leave it empty if it is not known."),
        NO_SUCH_AREA("请选择区域。", "Choose an area."),
        NOT_A_CODE(
                "代码的校验位不对，请核对；统一社会信用代码18位，旧注册号15位，组织机构代码9位。",
                "The check digit of the code is wrong. A credit code has 18 characters, an old registration number 15, an organisation code 9."),
        NOT_A_NUMBER(
                "证件号不对，请核对：身份证18位，出生日期和校验位须正确；其他证件5到17位字母和数字。",
                "The number is wrong: an identity card has 18 characters with a day of birth and a check digit, another paper 5 to 17 letters and digits."),
        CODE_TO_CONFIRM(
                "代码内的校验位不符：请对照营业执照核对，无误的请勾选。", "An inner check of the code fails: compare it with the licence."),
        CODE_TAKEN(
                "这个代码已经登记过，请先查找。",
                "That code is registered already; look it up first.",
                "one_subject_per_code",
                "one_subject_per_person"),
        SAME_NAME(
                "该区域已有同名的登记对象：请打开查看；确实是另一个的，请勾选说明后再登记。",
                "An entry of that name is in that area already: open it, or say that it is another one."),
        NO_SUCH_ATTRIBUTE("没有这个登记项。", "There is no such attribute."),
        NOT_A_VALUE("这个值不符合登记项的填写要求。", "The value does not fit the attribute."),
        NOT_A_PERIOD(
                "请填写起始日期，不晚于今天；终止日期不早于起始日期。", "Give the first day, not after today; the last day is not before it."),
        SAME_FINDING("最近一次登记的就是这个情况。", "That is what was recorded last already."),
        NO_EVIDENCE("请写明依据，2到200个字。", "Say what it rests on, 2 to 200 characters."),
        NOT_OF_ONE_KIND("两个登记对象种类不同，不能合并。", "Entries of different kinds cannot be merged."),
        SAME_SUBJECT("请选择两个不同的登记对象。", "Choose two different entries."),
        ALREADY_MERGED("其中一个已经合并。", "One of them has been merged already."),
        BOTH_ARE_SPACES(
                "众创空间各有台账和证书，不能合并；请按变更或退出办理。",
                "Makerspaces have records and certificates of their own; change or close one instead of merging."),
        TWO_CODES("两个代码不同，是两家企业。", "Their codes differ: they are two firms."),
        TWO_NUMBERS("两人的证件号码不同，是两个人。", "Their numbers differ: they are two persons."),
        TWO_ACCOUNTS("两条登记各有账号在使用，请先解除其中一个账号的关联。", "An account acts for each of the two: end one of these first."),
        NOT_MERGED("没有可撤销的合并。", "There is no merge to undo."),
        CIRCLE("关系会形成循环。", "The relation would close a circle.", "relations_close_no_circle"),
        ALREADY_RELATED(
                "这个关系已经登记。",
                "That relation is on record already.",
                "one_relation_of_a_kind",
                "one_standing_relation_of_a_kind",
                "what_it_became_is_one_thing"),
        SPACE_OF_OPERATOR(
                "众创空间由其运营机构的账号办理，不用对上。", "The accounts of its operator act for a makerspace; none is joined to it."),
        ENTRY_OF_ANOTHER(
                "已经有别的账号代表这个登记对象；确实换人的，先解除。",
                "Another account acts for that entry already; release it first if somebody else is to."),
        ACCOUNT_JOINED(
                "这个账号已经代表另一个登记对象；确实换了的，先解除。",
                "That account acts for another entry already; release it first if it is to act for this one.",
                "one_subject_per_account"),
        OTHER_ROLE(
                "这个账号现有的身份不能代表这一类登记对象，请核对账号，或先办理任命。",
                "No role that the account holds today acts for an entry of that kind; check it, or have the person appointed first."),
        OWN_ACCOUNT("不能办理自己的账号，请同事办理。", "Nobody joins or releases their own account; ask a colleague."),
        NO_SUCH_ACCOUNT("没有这个账号，请核对。", "There is no account of that name; check it."),
        NOBODY_JOINED("没有账号对上这个登记对象。", "No account is joined to that entry."),
        CHANGED_MEANWHILE("刚才有人改动过，请看最新情况。", "Somebody changed it meanwhile; look again."),
        FORM_USED(FormUsed.ZH, FormUsed.EN, FormUsed.RULE, "one_finding_per_form", "subject_pkey", "relation_pkey");

        private final Text text;
        private final Set<String> constraints;

        Reason(String zh, String en, String... constraints) {
            this.text = Text.of(zh, en);
            this.constraints = Set.of(constraints);
        }

        @Override
        public Text text() {
            return text;
        }

        @Override
        public Set<String> constraints() {
            return constraints;
        }
    }

    static Registering refused(Reason reason) {
        return new Refused(reason);
    }
}
