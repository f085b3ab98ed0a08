package org.zhongchuang.records.table;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.zhongchuang.ground.kernel.PlainForm;
import org.zhongchuang.records.table.Column.Field;

/**
 * Which column a heading means: by the name in the template, by other names that are in use, or as somebody once said.
 */
public final class Headings {

    /**
     * What columns are called besides, in makerspaces' own books; before the colon stands the kind, where one is meant.
     */
    private static final String OTHER_NAMES = """
            subject: 企业名称 团队名称 公司名称 单位名称 企业（团队）名称 团队（企业）名称 企业/团队名称 团队/企业名称 入驻企业 入驻团队 入驻企业名称 \
            入驻团队名称 入驻企业（团队）名称 入驻单位 创业团队 创业企业 项目（企业）名称 企业 公司
            code: 信用代码 社会信用代码 统一信用代码 统一社会代码 企业信用代码 社会统一信用代码 信用代码证号
            founded: 注册日期 注册时间 成立日期 成立时间 企业成立日期 企业成立时间 企业注册时间 工商注册日期 工商注册时间
            unit: 工位 工位号 房间号 房号 门牌号 位置 入驻位置 入驻地址
            party: 名字
            amount: 金额 数额 金额（元） 金额（万元）
            day: 时间 日期
            agreements.day: 入驻时间 入驻日 进驻日期 进驻时间 入孵日期 入孵时间 协议开始 协议开始日期 协议起始日期 合同开始日期 合同起始日期 起始日期 开始日期
            agreements.until: 到期日期 到期时间 协议到期日 协议到期日期 合同到期 合同到期日期 协议终止日期 协议截止日期 截止日期 结束日期 终止日期
            agreements.number: 工位数 使用工位数 工位数量 租用工位数
            agreements.title: 产品 项目 项目名称 产品名称 主营业务 主要产品 经营范围 创业项目
            premises.title: 名称 场地 房间 房间名称
            premises.quantity: 面积 建筑面积 使用面积
            premises.number: 工位 工位数 工位数量
            premises.day: 起用时间 启用日期 启用时间 开始使用日期
            premises.until: 租期 租期到期 租赁到期 租赁到期日期 到期日期
            exits.class: 去向情况 离驻类型 离开原因类别
            exits.day: 离驻时间 离开日期 离开时间 退出日期 退出时间 毕业日期 毕业时间 迁出日期 迁出时间
            exits.title: 原因 离驻原因 毕业条件 备注
            founders.party: 创业者 创业者姓名 创始人 创始人姓名 负责人 负责人姓名
            founders.class: 人员类别 创业者身份 类别
            founders.day: 加入时间 入职日期 入职时间
            jobs.party: 员工姓名 人员姓名 就业人员 就业人员姓名
            jobs.class: 人员类别 类型
            jobs.day: 入职时间 到岗日期 到岗时间 就业日期
            jobs.until: 离职时间
            financing.party: 投资人 投资机构 投资机构名称 投资方名称 出资方 贷款银行
            financing.class: 融资方式 融资类型 投资方式 类型
            financing.amount: 融资金额 投资金额 融资额 获投金额 到账金额
            financing.day: 到账时间 融资日期 融资时间 投资日期 投资时间
            rights.title: 知识产权名称 专利名称
            rights.class: 知识产权类别 知识产权类型 专利类型 类型
            rights.reference: 编号 证书编号 专利号 登记号 证书号码 授权号
            rights.day: 授权时间 登记日期 授权公告日 取得日期 取得时间
            events.title: 名称 活动 活动主题 主题
            events.class: 活动类型 活动类别 类别 形式 活动形式
            events.day: 活动日期 活动时间 举办日期 举办时间
            events.number: 人数 参加人数 参与人数 参会人数
            events.party: 地址 活动地点 举办地点
            mentors.party: 导师 导师姓名
            mentors.class: 导师类别 导师类型 专兼职 专/兼职
            mentors.title: 专业领域 擅长领域 研究方向 专业特长
            mentors.day: 聘任日期 聘任时间 聘用日期 聘用时间 开始日期
            mentors.until: 聘任到期 聘期到期 到期日期 结束日期
            sessions.party: 导师姓名 辅导导师
            sessions.day: 辅导日期 辅导时间
            sessions.quantity: 时长 小时数 辅导时长
            sessions.title: 内容 辅导内容 辅导主题
            services.class: 服务类别 服务类型 类型
            services.party: 服务机构 服务提供方 提供单位
            services.day: 服务日期 服务时间
            services.title: 服务内容 说明
            results.title: 成果名称
            results.party: 成果来源 来源单位
            results.amount: 交易金额 合同金额
            cases.class: 案例类别 类型
            cases.title: 内容 案例说明 简介
            staff.party: 员工姓名 人员姓名
            staff.class: 专兼职 人员类别 类型
            staff.day: 入职时间 到岗日期
            staff.until: 离职时间
            firms.subject: 名称 name
            firms.code: 代码 code
            firms.founded: foundedon
            firms.class: 所在区域 所属区域 县（市、区） 县市区 属地 注册地
            accounts.class: 收支科目 项目 类别
            accounts.day: 记账日期 发生日期 入账日期
            accounts.title: 摘要 备注
            """;

    /** What tables of several kinds have in common. */
    private static final Set<Field> SHARED = EnumSet.of(Field.SUBJECT, Field.CODE, Field.FOUNDED);

    private static final Map<String, List<String>> OTHERS = others();
    private static final Pattern IN_BRACKETS = Pattern.compile("\\(.*?\\)");

    private final TableKind kind;
    private final Map<String, Column> columns = new HashMap<>();
    private final Map<String, Optional<Field>> told;

    /**
     * Reads headings of one kind.
     *
     * @param told what somebody said of headings in their plain form; empty where a column is not wanted
     */
    public Headings(TableKind kind, Map<String, Optional<Field>> told) {
        this.kind = kind;
        this.told = Map.copyOf(told);
        for (var column : kind.columns()) {
            know(column.label().zh(), column);
            know(column.label().en(), column);
            know(column.field().id(), column);
        }
        // What is called so in one of our own tables is called so in all of them.
        Stream.of(RecordKind.values())
                .flatMap(other -> other.columns().stream())
                .filter(other -> SHARED.contains(other.field()))
                .forEach(other -> kind.column(other.field()).ifPresent(column -> {
                    know(other.label().zh(), column);
                    know(other.label().en(), column);
                }));
        for (var column : kind.columns()) {
            for (var key : List.of(
                    kind.id() + "." + column.field().id(), column.field().id())) {
                OTHERS.getOrDefault(key, List.of()).forEach(name -> know(name, column));
            }
        }
    }

    private void know(String name, Column column) {
        columns.putIfAbsent(PlainForm.ofName(name), column);
        columns.putIfAbsent(bare(name), column);
    }

    /** The column that a heading means; none where nobody knows, or where it is not wanted. */
    Optional<Column> column(String heading) {
        var plain = plain(heading);
        var said = told.get(plain);
        return said != null
                ? said.flatMap(kind::column)
                : Optional.ofNullable(columns.get(plain)).or(() -> Optional.ofNullable(columns.get(bare(heading))));
    }

    /** A heading in the form in which what was said of it is remembered. */
    public static String plain(String heading) {
        return PlainForm.ofName(heading).replace("*", "");
    }

    private static String bare(String heading) {
        return IN_BRACKETS.matcher(plain(heading)).replaceAll("");
    }

    private static Map<String, List<String>> others() {
        var others = new HashMap<String, List<String>>();
        OTHER_NAMES.lines().forEach(line -> {
            var parts = line.split(": ", 2);
            others.put(parts[0], List.of(parts[1].split(" +")));
        });
        return Map.copyOf(others);
    }
}
