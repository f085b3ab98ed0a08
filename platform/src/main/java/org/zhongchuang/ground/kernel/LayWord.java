package org.zhongchuang.ground.kernel;

import org.zhongchuang.engine.Text;

/** Words of offices that people outside do not use, each with what it means in plain words. */
public enum LayWord {
    LEDGER(
            "台账",
            "records",
            "众创空间自己逐条记下的情况：谁入驻、办了什么活动、收支多少。统计、考评和备案条件都从这里计算。",
            "What a makerspace writes down row by row: who is in, which events it held, what it took and spent. Figures, assessment and conditions are counted from it."),
    FILING(
            "备案",
            "filing",
            "向科技部门登记并经审核；审核通过后认定为市级众创空间。",
            "Registering with the science office, which reviews it; whoever passes is recognised as a city makerspace."),
    GROUND(
            "事由",
            "ground",
            "凭什么申请这笔钱，例如哪一年度、哪一次获奖、哪一项上级奖励。",
            "What a claim rests on, such as a year, a prize or a higher award."),
    ESTABLISHED(
            "核定",
            "established",
            "由主管部门审核后确定。提交时显示的金额是测算，核定以后才作数。",
            "Fixed by the office after its review. The sum shown at filing is an estimate until then."),
    DEMONSTRATION(
            "演示参数",
            "demonstration value",
            "文件没有写明、主管部门也还没有确定的数，演示时先用一个假设的数，不能用于真实决定。",
            "A number that the document leaves open and no authority has set; the demonstration assumes one, which decides no real case."),
    EDITION(
            "规则版本",
            "edition of the rules",
            "判断这一件所用规则的编号；凭它可以把决定重新算一遍。",
            "By which edition of the rules the case is judged, so that the decision can be run again."),
    CHECKS(
            "逻辑审核",
            "logical checks",
            "看各项统计数之间有没有矛盾，例如有团队却没有团队人员。",
            "Whether figures contradict one another, such as teams without people."),
    CLOSING(
            "关账",
            "closing",
            "一年的统计数确定下来，以后更正要说明理由，另出一版。",
            "The figures of a year are fixed; a later correction needs a reason and makes another version."),
    TORCH(
            "火炬统计",
            "Torch statistics",
            "科技部火炬中心每年向众创空间收集的统计。“国科火字〔2017〕120号”是它的备案条件。",
            "Yearly statistics of the Torch Centre of the Ministry of Science; “国科火字〔2017〕120号” is its rule for filing."),
    CARRIER(
            "依托载体",
            "carrier",
            "众创空间设在什么地方，例如孵化器、大学科技园、楼宇。",
            "What a makerspace is housed in, such as an incubator, a science park or an office building."),
    KEY_GROUP(
            "重点人群",
            "key groups",
            "就业政策特别照顾的人，例如登记失业半年以上的人、低保家庭成员、残疾人；以人社部门认定为准。",
            "People whom job policy helps in particular, such as the long-term unemployed, families on minimum support and the disabled; the labour office decides."),
    CREDIT(
            "信用社区推荐",
            "credit community's opinion",
            "您所在的村（社区）对您的信用出具的意见，由所在地部门填写。",
            "What your village or community says of your credit; the county's office enters it."),
    INSURED("参保", "insured", "在本市缴纳社会保险，按缴费的月数计算。", "Paying social insurance in the city, counted in months paid."),
    SMALL(
            "小微企业",
            "small firm",
            "按从业人员、收入和资产划分的小型、微型企业。“小型微利企业”是企业所得税里的另一种，按应纳税所得额、人数和资产划分。",
            "Small by staff, income and assets. A “small-profit enterprise” is another kind, of corporate income tax: by taxable income, staff and assets."),
    CASE_BY_CASE(
            "一事一议", "case by case", "没有统一的标准，由主管部门逐件商定。", "There is no fixed rate; the authority agrees each case.");

    private final Text word;
    private final Text meaning;

    LayWord(String zh, String en, String zhMeaning, String enMeaning) {
        this.word = Text.of(zh, en);
        this.meaning = Text.of(zhMeaning, enMeaning);
    }

    public Text word() {
        return word;
    }

    /** What it means, for somebody who hears it for the first time. */
    public Text meaning() {
        return meaning;
    }
}
