package org.zhongchuang.records.registry;

import static org.zhongchuang.records.registry.Attribute.Form.CERTIFICATE;
import static org.zhongchuang.records.registry.Attribute.Form.CHOICE;
import static org.zhongchuang.records.registry.Attribute.Form.MONEY;
import static org.zhongchuang.records.registry.Attribute.Form.TEXT;
import static org.zhongchuang.records.registry.Attribute.Form.YES_NO;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.engine.Text;
import org.zhongchuang.records.registry.Attribute.Form;
import org.zhongchuang.records.registry.Attribute.Option;

/** What can be known of each kind of subject. */
public final class Vocabulary {

    /** The rungs of the ladder a firm grows on, the lowest first. */
    public static final List<Option> STAGES = options(
            "team:团队:Team",
            "firm:企业:Firm",
            "science_sme:科技型中小企业:Technology SME",
            "high_tech:高新技术企业:High-tech firm",
            "above_scale:规上企业:Above designated size",
            "listed:上市或挂牌:Listed");

    /** These are what the pack of the city has: its carriers and kinds of makerspace. */
    private static final List<Option> OF_THE_CITY = List.of();

    private static final Map<SubjectKind, List<Attribute>> ALL = Map.of(
            SubjectKind.SPACE,
            List.of(
                    choice("type", "类型", "Kind", OF_THE_CITY),
                    choice("secondary_type", "兼有类型", "Also", OF_THE_CITY),
                    certificate("level_national", "国家级", "National level"),
                    certificate("level_provincial", "省级", "Provincial level"),
                    certificate("level_city", "市级", "City level"),
                    certificate("level_county", "县（市、区）级", "County level"),
                    choice("carrier", "依托载体", "Built on", OF_THE_CITY),
                    flag("star_farm", "星创天地", "Rural makerspace (star farm)"),
                    text("brand", "品牌", "Brand"),
                    text("work_space", "创业创新（工作）空间", "Work space"),
                    text("network_space", "网络空间", "Network space"),
                    text("social_space", "社交空间", "Social space"),
                    text("shared_resources", "资源共享空间", "Shared resources"),
                    text("services", "服务", "Services")),
            SubjectKind.ENTERPRISE,
            List.of(
                    choice("stage", "成长阶段", "Stage", STAGES),
                    choice(
                            "size",
                            "规模",
                            "Size",
                            options("micro:微型:Micro", "small:小型:Small", "medium:中型:Medium", "large:大型:Large")),
                    choice(
                            "industry",
                            "行业门类（GB/T 4754）",
                            "Section of GB/T 4754",
                            options(
                                    "C:制造业:Manufacturing",
                                    "F:批发和零售业:Trade",
                                    "I:信息传输、软件和信息技术服务业:Information technology",
                                    "L:租赁和商务服务业:Business services",
                                    "M:科学研究和技术服务业:Research and technical services",
                                    "R:文化、体育和娱乐业:Culture and sports",
                                    "A:农、林、牧、渔业:Agriculture")),
                    certificate("science_sme", "科技型中小企业", "Technology SME"),
                    certificate("high_tech", "高新技术企业", "High-tech firm"),
                    flag("above_scale", "规模以上", "Above designated size"),
                    certificate("listed", "上市或挂牌", "Listed"),
                    flag("leading", "龙头骨干企业", "Leading firm")),
            SubjectKind.PERSON,
            List.of(
                    choice(
                            "talent",
                            "人才类别",
                            "Talent",
                            options("leader:领军人才:Leading talent", "expert:专业人才:Professional", "skilled:技能人才:Skilled")),
                    choice(
                            "source",
                            "来源",
                            "Came from",
                            options(
                                    "returnee:海归:Abroad",
                                    "university:高校院所:University or institute",
                                    "firm:企业:Firm",
                                    "graduate:高校毕业生:Graduate")),
                    certificate("mentor", "创业导师", "Mentor"),
                    flag("angel", "天使投资人", "Business angel"),
                    flag("student", "在校大学生", "Student"),
                    flag("researcher", "科研人员", "Researcher"),
                    new Attribute("contact", Text.of("联系方式", "Contact"), TEXT, false, false, List.of())),
            SubjectKind.INVESTOR,
            List.of(
                    choice(
                            "type",
                            "类型",
                            "Kind",
                            options(
                                    "venture:创业投资机构:Venture capital",
                                    "angel_group:天使投资组织:Angel group",
                                    "bank:银行:Bank",
                                    "guarantor:担保机构:Guarantor")),
                    certificate("filing", "中基协备案", "Filed with the fund association")),
            SubjectKind.FUND,
            List.of(
                    new Attribute("committed", Text.of("认缴规模", "Committed"), MONEY, true, false, List.of()),
                    new Attribute("paid_in", Text.of("实缴规模", "Paid in"), MONEY, true, false, List.of()),
                    flag("of_funds", "母基金", "Fund of funds"),
                    certificate("filing", "中基协备案", "Filed with the fund association")),
            SubjectKind.INSTITUTION,
            List.of(
                    choice(
                            "type",
                            "类型",
                            "Kind",
                            options(
                                    "university:高校:University",
                                    "institute:科研院所:Research institute",
                                    "platform:省级科技创新服务平台:Provincial service platform",
                                    "laboratory:省级以上重点实验室和工程中心:Key laboratory or engineering centre",
                                    "firm_institute:省级（重点）企业研究院:Provincial enterprise institute",
                                    "incubator:科技企业孵化器:Technology incubator",
                                    "carrier:其他载体:Other carrier")),
                    choice("carrier", "载体种类", "Kind of carrier", OF_THE_CITY)));

    private Vocabulary() {}

    /** The same with the carriers and kinds of makerspace that the city's pack has. */
    public static List<Attribute> of(SubjectKind kind, PolicyPack pack) {
        var names = pack.names();
        return of(kind).stream()
                .map(one -> one.form() != CHOICE || !one.options().isEmpty()
                        ? one
                        : one.with(one.id().equals("carrier") ? names.carriers() : names.kinds()))
                .toList();
    }

    public static List<Attribute> of(SubjectKind kind) {
        return ALL.getOrDefault(kind, List.of());
    }

    /** What offices record of a subject: all but what the registers make themselves out of other things. */
    static List<Attribute> recorded(SubjectKind kind, PolicyPack pack) {
        var derived = switch (kind) {
            case SPACE -> List.of("type", "carrier", "level_city");
            case ENTERPRISE -> List.of("stage");
            case PERSON, INVESTOR, FUND, INSTITUTION -> List.<String>of();
        };
        return of(kind, pack).stream()
                .filter(one -> !derived.contains(one.id()))
                .toList();
    }

    public static Optional<Attribute> attribute(SubjectKind kind, String id) {
        return of(kind).stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** The attribute of that id, of whichever kind of subject it is. */
    public static Optional<Attribute> attribute(String id) {
        return ALL.values().stream()
                .flatMap(List::stream)
                .filter(one -> one.id().equals(id))
                .findFirst();
    }

    /** The words for a trait, such as 成长阶段：高新技术企业. */
    public static Text label(List<Attribute> vocabulary, String trait) {
        var parts = trait.split(":", 2);
        return vocabulary.stream()
                .filter(one -> one.id().equals(parts[0]))
                .findFirst()
                .map(one -> one.form() == CHOICE ? one.optionLabel(parts[1]) : one.label())
                .orElse(Text.of(trait, trait));
    }

    private static List<Option> options(String... lines) {
        var options = new ArrayList<Option>();
        for (var line : lines) {
            var parts = line.split(":", 3);
            options.add(new Option(parts[0], Text.of(parts[1], parts[2])));
        }
        return List.copyOf(options);
    }

    private static Attribute choice(String id, String zh, String en, List<Option> options) {
        return new Attribute(id, Text.of(zh, en), CHOICE, true, true, options);
    }

    private static Attribute certificate(String id, String zh, String en) {
        return new Attribute(id, Text.of(zh, en), CERTIFICATE, true, true, List.of());
    }

    private static Attribute flag(String id, String zh, String en) {
        return new Attribute(id, Text.of(zh, en), YES_NO, true, true, List.of());
    }

    private static Attribute text(String id, String zh, String en) {
        return new Attribute(id, Text.of(zh, en), Form.TEXT, true, false, List.of());
    }
}
