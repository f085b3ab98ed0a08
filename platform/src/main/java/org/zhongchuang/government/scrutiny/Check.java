package org.zhongchuang.government.scrutiny;

import org.zhongchuang.engine.Text;

/** What is looked for. Each query finds key, case_file, evidence and fen; a key is found once. */
enum Check {
    SHARED_ACCOUNT("同一银行账号对应多家单位", "One bank account for several organisations", """
            select a.fingerprint || ':' || a.organisation key, null::uuid case_file, '尾号' || a.tail || '，另有' || (count(*) over (partition by a.fingerprint) - 1) || '家单位使用' evidence, 0 fen
              from payment.public_bank_account a where a.state in ('ENTERED', 'CONFIRMED')
               and exists (select 1 from payment.public_bank_account b where b.fingerprint = a.fingerprint and b.organisation <> a.organisation and b.state in ('ENTERED', 'CONFIRMED'))
            """),
    TWO_SPACES("同一团队或企业同时在两个空间入驻", "A tenant of two makerspaces at once", """
            select e.id || ':' || f.id key, c.id case_file, s.name || '：' || e.day || ' 与 ' || f.day || ' 的协议重叠' evidence, 0 fen
              from evidence.public_entry e
              join evidence.public_entry f on f.subject = e.subject and f.kind = 'AGREEMENTS' and f.space <> e.space and f.id > e.id and f.term && e.term and f.voided_at is null
              join registry.public_subject s on s.id = e.subject
              join casework.public_case_file c on c.space in (e.space, f.space, e.subject) and c.holder is not null and c.filed_on is not null and c.programme <> 'space-recognition'
             where e.kind = 'AGREEMENTS' and e.voided_at is null
            """),
    SELLER_IS_CLAIMANT("发票销售方就是申报单位", "The seller of an invoice is the claimant", """
            select i.id::text key, c.id case_file, '发票' || i.number || '，销售方' || i.seller evidence, i.fen
              from filing.public_invoice i join casework.public_case_file c on c.id = i.case_file where i.live and i.seller in (c.operator_name, c.space_name)
            """),
    SELLER_IS_TENANT("发票销售方是本空间的入驻企业", "The seller of an invoice is a tenant of the makerspace", """
            select i.id::text key, c.id case_file, '发票' || i.number || '，销售方' || i.seller evidence, i.fen
              from filing.public_invoice i join casework.public_case_file c on c.id = i.case_file
             where i.live and exists (select 1 from evidence.public_entry e join registry.public_subject s on s.id = e.subject
                    where e.space = c.space and e.kind = 'AGREEMENTS' and e.voided_at is null and s.name = i.seller)
            """),
    EARLY_INVOICE("发票日期不在申报年度内", "An invoice outside the year that is claimed", """
            select i.id::text key, c.id case_file, '发票' || i.number || '，' || i.day || '，申报年度' || c.matter evidence, i.fen
              from filing.public_invoice i join casework.public_case_file c on c.id = i.case_file
             where i.live and c.matter ~ '^[0-9]{4}$' and extract(year from i.day)::text <> c.matter
            """),
    AREA_LET_TWICE("入驻面积或工位超过场地", "More desks let than there are", """
            select x.space || ':' || c.id key, c.id case_file, '在驻工位' || x.let || '，场地工位' || x.desks evidence, 0 fen
              from (select e.space, sum(e.number) filter (where e.kind = 'AGREEMENTS') let, sum(e.number) filter (where e.kind = 'PREMISES') desks
                      from evidence.public_entry e where e.kind in ('AGREEMENTS', 'PREMISES') and e.voided_at is null and (e.until is null or e.until >= :today) group by e.space) x
              join casework.public_case_file c on c.space = x.space and c.holder is not null and c.filed_on is not null and c.programme <> 'space-recognition'
             where x.let > x.desks
            """),
    SAME_PAPER("不同案件使用同一份材料", "The same paper in two cases", """
            select f.sha256 || ':' || a.case_file key, a.case_file, g.name || '，另见' || d.number evidence, 0 fen
              from casework.public_attachment a join file.public_stored f on f.id = a.file join casework.public_case_file c on c.id = a.case_file and c.filed_on is not null
              join file.public_stored g on g.id = a.file
              join file.public_stored h on h.sha256 = f.sha256 join casework.public_attachment b on b.file = h.id and b.case_file < a.case_file
              join casework.public_case_file d on d.id = b.case_file and d.filed_on is not null and d.operator <> c.operator and d.programme = c.programme
             where c.programme <> 'space-recognition' and c.holder is not null
            """),
    YOUNG_ENTRY("入驻日期早于企业注册日期", "A firm entered before it was registered", """
            select e.id || ':' || c.id key, c.id case_file, s.name || ' 注册于' || s.founded_on || '，入驻于' || e.day evidence, 0 fen
              from evidence.public_entry e join registry.public_subject s on s.id = e.subject and s.founded_on > e.day and s.code is not null
              join casework.public_case_file c on c.space in (e.space, e.subject) and c.holder is not null and c.filed_on is not null and c.programme = 'graduate-insurance-subsidy'
             where e.kind = 'AGREEMENTS' and e.voided_at is null
            """),
    MENTOR_TWICE("同一导师同一天在两个空间辅导", "A mentor in two makerspaces on one day", """
            select e.id || ':' || f.id key, c.id case_file, e.party || ' ' || e.day || '：' || s.name || '、' || o.name evidence, 0 fen
              from casework.public_case_file c
              join evidence.public_entry e on e.space = c.space and e.kind = 'SESSIONS' and e.voided_at is null
              join evidence.public_entry f on f.kind = 'SESSIONS' and f.party = e.party and f.day = e.day and f.space <> e.space and f.voided_at is null
              join registry.public_space s on s.id = e.space join registry.public_space o on o.id = f.space
             where c.holder is not null and c.filed_on is not null and c.programme <> 'space-recognition'
            """),
    EVENT_PHOTOS("赛事照片在另一件申报中用过", "Photographs of an event used before", """
            select f.sha256 || ':' || a.case_file key, a.case_file, f.name || '，另见' || d.number evidence, 0 fen
              from casework.public_attachment a join file.public_stored f on f.id = a.file
              join casework.public_case_file c on c.id = a.case_file and c.filed_on is not null and c.holder is not null and c.programme = 'event-support'
              join file.public_stored h on h.sha256 = f.sha256 join casework.public_attachment b on b.file = h.id and b.case_file <> a.case_file and b.evidence = 'photos'
              join casework.public_case_file d on d.id = b.case_file and d.filed_on is not null and d.matter <> c.matter
             where a.evidence = 'photos'
            """),
    PERSON_IN_TWO_FIRMS("同一姓名在两家企业同时计入就业", "One name counted as employed by two firms at once", """
            select e.id || ':' || f.id key, c.id case_file, e.party || '：' || s.name || '、' || o.name evidence, 0 fen
              from casework.public_case_file c
              join evidence.public_entry e on e.subject = c.space and e.kind = 'JOBS' and e.voided_at is null
              join evidence.public_entry f on f.kind = 'JOBS' and f.party = e.party and f.subject <> e.subject and f.term && e.term and f.voided_at is null
              join registry.public_subject s on s.id = e.subject join registry.public_subject o on o.id = f.subject
             where c.holder is not null and c.filed_on is not null and c.programme in ('job-creation-subsidy', 'graduate-insurance-subsidy')
            """),
    SELLER_IS_RELATED("发票销售方与申报单位有关联", "The seller of an invoice is related to the claimant", """
            select i.id::text key, c.id case_file, '发票' || i.number || '，销售方' || i.seller evidence, i.fen
              from filing.public_invoice i join casework.public_case_file c on c.id = i.case_file
             where i.live and exists (select 1 from registry.public_relation r join registry.public_subject s on s.id in (r.source, r.target)
                    where c.space in (r.source, r.target) and s.id <> c.space and s.name = i.seller and (r.until is null or r.until >= i.day))
            """),
    SAME_ADDRESS("两个众创空间登记在同一地址", "Two makerspaces at one address", """
            select c.id || ':' || count(*) key, c.id case_file, m.address || '：另有' || count(*) || '家，如' || min(s.name) evidence, 0 fen
              from casework.public_case_file c join registry.public_space m on m.id = c.space
              join registry.public_space s on s.address = m.address and s.area = m.area and s.id <> m.id and s.operator <> m.operator
             where c.holder is not null and c.filed_on is not null
             group by c.id, m.address
            """);

    private final Text label;
    private final String query;

    Check(String zh, String en, String query) {
        this.label = Text.of(zh, en);
        this.query = query;
    }

    Text label() {
        return label;
    }

    String query() {
        return query;
    }
}
