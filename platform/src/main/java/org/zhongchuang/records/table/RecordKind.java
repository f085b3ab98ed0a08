package org.zhongchuang.records.table;

import static org.zhongchuang.records.table.Column.Field.AMOUNT;
import static org.zhongchuang.records.table.Column.Field.CLASS;
import static org.zhongchuang.records.table.Column.Field.CODE;
import static org.zhongchuang.records.table.Column.Field.DAY;
import static org.zhongchuang.records.table.Column.Field.FOUNDED;
import static org.zhongchuang.records.table.Column.Field.NUMBER;
import static org.zhongchuang.records.table.Column.Field.PARTY;
import static org.zhongchuang.records.table.Column.Field.QUANTITY;
import static org.zhongchuang.records.table.Column.Field.REFERENCE;
import static org.zhongchuang.records.table.Column.Field.SUBJECT;
import static org.zhongchuang.records.table.Column.Field.TITLE;
import static org.zhongchuang.records.table.Column.Field.UNIT;
import static org.zhongchuang.records.table.Column.Field.UNTIL;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.zhongchuang.engine.Text;

/** The kinds of records, each with its columns: forms, templates, imports and lists are made from them. */
public enum RecordKind implements TableKind {
    PREMISES(
            "场地",
            "Premises",
            required(TITLE, "场地名称", "Room"),
            choice("用途", "Use", "workstations:创业工位区:Desks", "shared:公共服务场地:Shared rooms", "other:其他:Other"),
            required(QUANTITY, "面积（平方米）", "Area (㎡)"),
            optional(NUMBER, "工位数（个）", "Desks"),
            required(DAY, "起用日期", "In use from"),
            optional(UNTIL, "租期至", "Lease until")),
    AGREEMENTS(
            "入驻协议",
            "Tenancy agreements",
            required(SUBJECT, "团队或企业名称", "Team or firm"),
            optional(CODE, "统一社会信用代码（团队不填）", "Credit code (none for teams)"),
            optional(FOUNDED, "企业注册日期", "Registered on"),
            optional(UNIT, "工位号或房间号", "Desk or room"),
            optional(NUMBER, "工位数（个）", "Desks"),
            required(DAY, "入驻日期", "From"),
            optional(UNTIL, "协议到期", "Until"),
            optional(TITLE, "产品或项目", "Product")),
    EXITS(
            "离驻",
            "Departures",
            required(SUBJECT, "团队或企业名称", "Team or firm"),
            choice(
                    "去向",
                    "How",
                    "graduated:毕业:Graduated",
                    "left:离开:Left",
                    "expelled:清退:Expelled",
                    "transferred:转入其他空间:Transferred"),
            required(DAY, "离驻日期", "On"),
            required(TITLE, "毕业条件或原因", "Criterion or reason")),
    FOUNDERS(
            "创业者",
            "Founders",
            required(SUBJECT, "团队或企业名称", "Team or firm"),
            required(PARTY, "姓名", "Name"),
            choice(
                    "身份",
                    "Background",
                    "student:在校大学生:Student",
                    "graduate:高校毕业生:Graduate",
                    "researcher:科研人员:Researcher",
                    "returnee:海归:Returnee",
                    "executive:企业高管:Executive",
                    "other:其他:Other"),
            required(DAY, "加入日期", "Since")),
    JOBS(
            "就业",
            "Jobs",
            required(SUBJECT, "企业名称", "Firm"),
            required(PARTY, "姓名", "Name"),
            choice("类别", "Kind", "graduate:高校毕业生:Graduate", "other:其他:Other"),
            required(DAY, "入职日期", "From"),
            optional(UNTIL, "离职日期", "Until")),
    FINANCING(
            "融资",
            "Financing",
            required(SUBJECT, "团队或企业名称", "Team or firm"),
            required(PARTY, "投资方", "Investor"),
            choice(
                    "方式",
                    "Kind",
                    "own:本空间投资:By the space itself",
                    "venture:创业投资:Venture capital",
                    "angel:天使投资:Angel",
                    "loan:贷款:Loan"),
            required(AMOUNT, "金额（元）", "Amount (yuan)"),
            required(DAY, "到账日期", "Received on")),
    RIGHTS(
            "知识产权",
            "Intellectual property",
            required(SUBJECT, "团队或企业名称", "Team or firm"),
            required(TITLE, "名称", "Title"),
            choice(
                    "类别",
                    "Kind",
                    "invention:发明专利:Invention",
                    "utility:实用新型:Utility model",
                    "design:外观设计:Design",
                    "software:软件著作权:Software"),
            required(REFERENCE, "证书号", "Number"),
            required(DAY, "授权日期", "Granted on")),
    EVENTS(
            "活动",
            "Events",
            required(TITLE, "活动名称", "Title"),
            choice(
                    "类型",
                    "Kind",
                    "salon:沙龙:Salon",
                    "roadshow:路演:Roadshow",
                    "competition:大赛:Competition",
                    "training:培训:Training"),
            required(DAY, "日期", "Day"),
            required(NUMBER, "人数（人）", "People"),
            optional(PARTY, "地点", "Place")),
    MENTORS(
            "导师聘任",
            "Mentors",
            required(PARTY, "姓名", "Name"),
            choice("类别", "Kind", "full_time:专职:Full time", "part_time:兼职:Part time"),
            optional(TITLE, "专长", "Field"),
            required(DAY, "聘期自", "From"),
            optional(UNTIL, "聘期至", "Until")),
    SESSIONS(
            "辅导记录",
            "Mentor sessions",
            required(SUBJECT, "团队或企业名称", "Team or firm"),
            required(PARTY, "导师", "Mentor"),
            required(DAY, "日期", "Day"),
            optional(QUANTITY, "时长（小时）", "Hours"),
            required(TITLE, "主题", "Topic")),
    SERVICES(
            "服务记录",
            "Services",
            required(SUBJECT, "团队或企业名称", "Team or firm"),
            choice(
                    "类别",
                    "Kind",
                    "technical:检验检测:Testing and certification",
                    "design:产品设计:Product design",
                    "testing:中试加工:Pilot and workshop",
                    "legal:法律:Legal",
                    "property:知识产权:Intellectual property",
                    "finance:财务:Finance",
                    "consulting:咨询:Consulting",
                    "transfer:技术转移:Technology transfer"),
            required(PARTY, "提供方", "Provider"),
            required(DAY, "日期", "Day"),
            required(TITLE, "内容", "What")),
    RESULTS(
            "成果引进转化",
            "Results introduced",
            required(SUBJECT, "团队或企业名称", "Team or firm"),
            required(TITLE, "成果", "Result"),
            required(PARTY, "来源", "Source"),
            choice("方式", "How", "transfer:转让:Transfer", "licence:许可:Licence", "shares:作价入股:For shares"),
            optional(AMOUNT, "金额（元）", "Amount (yuan)"),
            required(DAY, "日期", "Day")),
    CASES(
            "典型案例和市场进入",
            "Cases and market entry",
            required(SUBJECT, "团队或企业名称", "Team or firm"),
            choice("类别", "Kind", "typical:典型孵化案例:Typical case", "market:产品进入市场:Entered the market"),
            required(TITLE, "说明", "What"),
            required(DAY, "日期", "Day")),
    STAFF(
            "运营人员",
            "Staff",
            required(PARTY, "姓名", "Name"),
            choice("类别", "Kind", "full_time:专职:Full time", "part_time:兼职:Part time"),
            required(DAY, "入职日期", "From"),
            optional(UNTIL, "离职日期", "Until")),
    ACCOUNTS(
            "收支和税收",
            "Accounts",
            choice(
                    "科目",
                    "Item",
                    "service_income:服务收入:Service income",
                    "rent_income:房租收入:Rent",
                    "investment_income:投资收入:Investment income",
                    "subsidy_income:财政补贴:Subsidies",
                    "other_income:其他收入:Other income",
                    "operating_cost:运营成本:Operating cost",
                    "tax_paid:在驻企业纳税:Tax paid by tenants",
                    "seed_fund:自有种子基金:Own seed fund"),
            required(AMOUNT, "金额（元）", "Amount (yuan)"),
            required(DAY, "日期", "Day"),
            optional(TITLE, "说明", "Note"));

    private final Text label;
    private final List<Column> columns;

    RecordKind(String zh, String en, Column... columns) {
        this.label = Text.of(zh, en);
        this.columns = List.of(columns);
    }

    private static Column required(Column.Field field, String zh, String en) {
        return Column.of(field, zh, en, true);
    }

    private static Column optional(Column.Field field, String zh, String en) {
        return Column.of(field, zh, en, false);
    }

    private static Column choice(String zh, String en, String... options) {
        return Column.of(CLASS, zh, en, true, options);
    }

    public Text label() {
        return label;
    }

    @Override
    public List<Column> columns() {
        return columns;
    }

    /** Whether the party of its rows is or may be a person, whose name not everybody reads. */
    public boolean namesPeople() {
        return switch (this) {
            case FOUNDERS, JOBS, FINANCING, MENTORS, SESSIONS, STAFF -> true;
            default -> false;
        };
    }

    /** As addresses and the pack's statistics name it. */
    @Override
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<RecordKind> of(String id) {
        return Stream.of(values()).filter(kind -> kind.id().equals(id)).findFirst();
    }
}
