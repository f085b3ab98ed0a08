package org.zhongchuang.government.scrutiny;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhongchuang.engine.Text;

/**
 * What is looked for. Each query finds key, case_file, parts and fen; a key is found once. The parts are put into the
 * words of the evidence, so that a finding can be read in both languages. Programmes are named by what they are for:
 * {@code :recognition}, {@code :graduates}, {@code :events} and {@code :firms} are filled in from the packs.
 */
enum Check {
    SHARED_ACCOUNT(
            "同一银行账号对应多家单位",
            "One bank account for several organisations",
            "尾号{0}，另有{1}家单位使用",
            "Ends in {0}; used by other organisations: {1}",
            """
            select a.fingerprint || ':' || a.organisation key, null::uuid case_file, array[a.tail, (count(*) over (partition by a.fingerprint) - 1)::text] parts, 0 fen
              from payment.public_bank_account a where a.state in ('ENTERED', 'CONFIRMED')
               and exists (select 1 from payment.public_bank_account b where b.fingerprint = a.fingerprint and b.organisation <> a.organisation and b.state in ('ENTERED', 'CONFIRMED'))
            """),
    TWO_SPACES(
            "同一团队或企业同时在两个空间入驻",
            "A tenant of two makerspaces at once",
            "{0}：{1} 与 {2} 的协议重叠",
            "{0}: the agreements of {1} and {2} overlap",
            """
            select e.id || ':' || f.id key, c.id case_file, array[s.name, e.day::text, f.day::text] parts, 0 fen
              from evidence.public_entry e
              join evidence.public_entry f on f.subject = e.subject and f.kind = 'AGREEMENTS' and f.space <> e.space and f.id > e.id and f.term && e.term and f.voided_at is null
              join registry.public_subject s on s.id = e.subject
              join casework.public_case_file c on c.space in (e.space, f.space, e.subject) and c.holder is not null and c.filed_on is not null and c.programme <> all (:recognition)
             where e.kind = 'AGREEMENTS' and e.voided_at is null
            """),
    SELLER_IS_CLAIMANT(
            "发票销售方就是申报单位", "The seller of an invoice is the claimant", "发票{0}，销售方{1}", "Invoice {0}, seller {1}", """
            select i.id::text key, c.id case_file, array[i.number, i.seller] parts, i.fen
              from filing.public_invoice i join casework.public_case_file c on c.id = i.case_file where i.live and i.seller in (c.operator_name, c.space_name)
            """),
    SELLER_IS_TENANT(
            "发票销售方是本空间的入驻企业",
            "The seller of an invoice is a tenant of the makerspace",
            "发票{0}，销售方{1}",
            "Invoice {0}, seller {1}",
            """
            select i.id::text key, c.id case_file, array[i.number, i.seller] parts, i.fen
              from filing.public_invoice i join casework.public_case_file c on c.id = i.case_file
             where i.live and exists (select 1 from evidence.public_entry e join registry.public_subject s on s.id = e.subject
                    where e.space = c.space and e.kind = 'AGREEMENTS' and e.voided_at is null and s.plain_name = registry.public_plain_name(i.seller))
            """),
    EARLY_INVOICE(
            "发票日期不在申报年度内",
            "An invoice outside the year that is claimed",
            "发票{0}，{1}，申报年度{2}",
            "Invoice {0} of {1}, claimed for {2}",
            """
            select i.id::text key, c.id case_file, array[i.number, i.day::text, c.matter] parts, i.fen
              from filing.public_invoice i join casework.public_case_file c on c.id = i.case_file
             where i.live and c.matter ~ '^[0-9]{4}$' and extract(year from i.day)::text <> c.matter
            """),
    AREA_LET_TWICE(
            "入驻面积或工位超过场地",
            "More desks let than there are",
            "在驻工位{0}，场地工位{1}",
            "Desks let: {0}; desks there are: {1}",
            """
            select x.space || ':' || c.id key, c.id case_file, array[x.let::text, x.desks::text] parts, 0 fen
              from (select e.space, sum(e.number) filter (where e.kind = 'AGREEMENTS') let, sum(e.number) filter (where e.kind = 'PREMISES') desks
                      from evidence.public_entry e where e.kind in ('AGREEMENTS', 'PREMISES') and e.voided_at is null and (e.until is null or e.until >= :today) group by e.space) x
              join casework.public_case_file c on c.space = x.space and c.holder is not null and c.filed_on is not null and c.programme <> all (:recognition)
             where x.let > x.desks
            """),
    SAME_PAPER("不同案件使用同一份材料", "The same paper in two cases", "{0}，另见{1}", "{0}, also in {1}", """
            select f.sha256 || ':' || a.case_file key, a.case_file, array[g.name, d.number] parts, 0 fen
              from casework.public_attachment a join file.public_stored f on f.id = a.file join casework.public_case_file c on c.id = a.case_file and c.filed_on is not null
              join file.public_stored g on g.id = a.file
              join file.public_stored h on h.sha256 = f.sha256 join casework.public_attachment b on b.file = h.id and b.case_file < a.case_file
              join casework.public_case_file d on d.id = b.case_file and d.filed_on is not null and d.operator <> c.operator and d.programme = c.programme
             where c.programme <> all (:recognition) and c.holder is not null
            """),
    YOUNG_ENTRY(
            "入驻日期早于企业注册日期",
            "A firm entered before it was registered",
            "{0} 注册于{1}，入驻于{2}",
            "{0} was registered on {1} and entered on {2}",
            """
            select e.id || ':' || c.id key, c.id case_file, array[s.name, s.founded_on::text, e.day::text] parts, 0 fen
              from evidence.public_entry e join registry.public_subject s on s.id = e.subject and s.founded_on > e.day and s.code is not null
              join casework.public_case_file c on c.space in (e.space, e.subject) and c.holder is not null and c.filed_on is not null and c.programme = any (:graduates)
             where e.kind = 'AGREEMENTS' and e.voided_at is null
            """),
    MENTOR_TWICE(
            "同一导师同一天在两个空间辅导",
            "A mentor in two makerspaces on one day",
            "{0} {1}：{2}、{3}",
            "{0}, {1}: {2} and {3}",
            """
            select e.id || ':' || f.id key, c.id case_file, array[e.party, e.day::text, s.name, o.name] parts, 0 fen
              from casework.public_case_file c
              join evidence.public_entry e on e.space = c.space and e.kind = 'SESSIONS' and e.voided_at is null
              join evidence.public_entry f on f.kind = 'SESSIONS' and f.who = e.who and f.day = e.day and f.space <> e.space and f.voided_at is null
              join registry.public_space s on s.id = e.space join registry.public_space o on o.id = f.space
             where c.holder is not null and c.filed_on is not null and c.programme <> all (:recognition)
            """),
    EVENT_PHOTOS("赛事照片在另一件申报中用过", "Photographs of an event used before", "{0}，另见{1}", "{0}, also in {1}", """
            select f.sha256 || ':' || a.case_file key, a.case_file, array[f.name, d.number] parts, 0 fen
              from casework.public_attachment a join file.public_stored f on f.id = a.file
              join casework.public_case_file c on c.id = a.case_file and c.filed_on is not null and c.holder is not null and c.programme = any (:events)
              join file.public_stored h on h.sha256 = f.sha256 join casework.public_attachment b on b.file = h.id and b.case_file <> a.case_file and b.evidence = 'photos'
              join casework.public_case_file d on d.id = b.case_file and d.filed_on is not null and d.matter <> c.matter
             where a.evidence = 'photos'
            """),
    PERSON_IN_TWO_FIRMS(
            "同一姓名在两家企业同时计入就业",
            "One name counted as employed by two firms at once",
            "{0}：{1}、{2}",
            "{0}: {1} and {2}",
            """
            select e.id || ':' || f.id key, c.id case_file, array[e.party, s.name, o.name] parts, 0 fen
              from casework.public_case_file c
              join evidence.public_entry e on e.subject = c.space and e.kind = 'JOBS' and e.voided_at is null
              join evidence.public_entry f on f.kind = 'JOBS' and f.who = e.who and f.subject <> e.subject and f.term && e.term and f.voided_at is null
              join registry.public_subject s on s.id = e.subject join registry.public_subject o on o.id = f.subject
             where c.holder is not null and c.filed_on is not null and c.programme = any (:firms)
            """),
    SELLER_IS_RELATED(
            "发票销售方与申报单位有关联",
            "The seller of an invoice is related to the claimant",
            "发票{0}，销售方{1}",
            "Invoice {0}, seller {1}",
            """
            select i.id::text key, c.id case_file, array[i.number, i.seller] parts, i.fen
              from filing.public_invoice i join casework.public_case_file c on c.id = i.case_file
             where i.live and exists (select 1 from registry.public_relation r join registry.public_subject s on s.id in (r.source, r.target)
                    where c.space in (r.source, r.target) and s.id <> c.space and s.plain_name = registry.public_plain_name(i.seller) and (r.until is null or r.until >= i.day))
            """),
    SAME_ADDRESS(
            "两个众创空间登记在同一地址",
            "Two makerspaces at one address",
            "{0}：另有{1}家，如{2}",
            "{0}: others there: {1}, such as {2}",
            """
            select c.id || ':' || count(*) key, c.id case_file, array[m.address, count(*)::text, min(s.name)] parts, 0 fen
              from casework.public_case_file c join registry.public_space m on m.id = c.space
              join registry.public_space s on s.address = m.address and s.area = m.area and s.id <> m.id and s.operator <> m.operator
             where c.holder is not null and c.filed_on is not null
             group by c.id, m.address
            """);

    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    private final Text label;
    private final Text evidence;
    private final String query;

    Check(String zh, String en, String zhEvidence, String enEvidence, String query) {
        this.label = Text.of(zh, en);
        this.evidence = Text.of(zhEvidence, enEvidence);
        this.query = query;
    }

    Text label() {
        return label;
    }

    /** What was found, in words; a single part is a whole sentence as it was kept before there were parts. */
    Text evidence(List<String> parts) {
        return parts.size() == 1
                ? Text.of(parts.getFirst(), parts.getFirst())
                : Text.of(filled(evidence.zh(), parts), filled(evidence.en(), parts));
    }

    /** Each place is filled once, from left to right: what a part says is never taken for a place. */
    private static String filled(String words, List<String> parts) {
        return PLACE.matcher(words)
                .replaceAll(place -> Matcher.quoteReplacement(parts.get(Integer.parseInt(place.group(1)))));
    }

    String query() {
        return query;
    }
}
