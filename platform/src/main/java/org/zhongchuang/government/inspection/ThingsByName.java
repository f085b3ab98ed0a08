package org.zhongchuang.government.inspection;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.audit.Coded;
import org.zhongchuang.ground.kernel.Typed;
import org.zhongchuang.law.policy.Policies;

/**
 * What the record of acts names by an id has its name here, what it says nothing more of is described, and what an
 * auditor types as a name is looked up as the ids that rows have.
 */
@Component
@Order(ThingsByName.LAST)
class ThingsByName implements Coded {

    /** Whoever wrote a code into a row says first what it means. */
    static final int LAST = Integer.MAX_VALUE;

    private static final int MOST = 200;

    private static final String NAMES = """
            select name zh, name en from registry.public_subject where id = :id
            union all select name, name from registry.public_space where id = :id
            union all select name, name from access.public_organisation where id = :id
            union all select number || ' ' || name, number || ' ' || name from award.public_award where id = :id
            union all select w.number || '第' || p.instalment || '期', w.number || ' part ' || p.instalment
              from payment.public_payment p join award.public_award w on w.id = p.award where p.id = :id
            union all select o.name || '（尾号' || b.tail || '）', o.name || ' (ending in ' || b.tail || ')'
              from payment.public_bank_account b join access.public_organisation o on o.id = b.organisation where b.id = :id
            union all select h.document || ' ' || s.name, h.document || ' ' || s.name
              from award.public_higher_award h join registry.public_subject s on s.id = h.subject where h.id = :id
            union all select name, name from award.public_event where id = :id
            union all select p.competition || ' ' || s.name, p.competition || ' ' || s.name
              from award.public_prize p join registry.public_subject s on s.id = p.subject where p.id = :id
            union all select '凭证' || voucher, 'voucher ' || voucher from award.public_spending where id = :id
            union all select s.name, s.name from offer.public_offer o join registry.public_subject s on s.id = o.subject where o.id = :id
            union all select min(year) || '年预算' || count(*) || '项', count(*) || ' lines of the budget of ' || min(year)
              from ledger.public_budget_line where proposal = :id having count(*) > 0
            union all select name, name from access.public_person where id = :id
            union all select s.name, s.name from evidence.public_batch b join registry.public_space s on s.id = b.space where b.id = :id
            union all select what, what from growth.public_step where id = :id
            union all select s.name, s.name from assessment.public_appeal a join registry.public_space s on s.id = a.space where a.id = :id
            union all select name, name from keeping.public_firm_table where id = :id
            union all select s.name || '的证明文件', 'paper of ' || s.name
              from keeping.public_paper p join registry.public_subject s on s.id = p.subject where p.id = :id
            limit 1
            """;

    /** More about things that have their number or id, as a programme, a name and a sum. */
    private static final String ABOUT = """
            select programme, space_name as name, null::bigint as fen from casework.public_case_file where number = :thing
            union all select programme, '', fen from award.public_award where id = :id
            union all select programme, '', fen from offer.public_offer where id = :id
            union all select '', '', fen from award.public_higher_award where id = :id
            union all select '', name, null from access.public_person where login = :thing
            union all select '', name, null from recognition.public_recognised_space where code = :thing
            limit 1
            """;

    private static final String CODES = """
            select id::text code from registry.public_subject where name = :typed or code = :typed
            union select code from recognition.public_recognised_space where name = :typed
            union select id::text from access.public_organisation where name = :typed or credit_code = :typed
            union select login from access.public_person where name = :typed
            union select number from casework.public_case_file where space_name = :typed
            union select id::text from award.public_award where number = :typed or name = :typed
            union select p.id::text from payment.public_payment p join award.public_award w on w.id = p.award where w.number = :typed
            union select id::text from payment.public_batch where number = :typed
            union select b.id::text from payment.public_bank_account b join access.public_organisation o on o.id = b.organisation
                   where o.name = :typed or o.credit_code = :typed
            union select h.id::text from award.public_higher_award h join registry.public_subject s on s.id = h.subject
                   where h.document = :typed or s.name = :typed or s.code = :typed
            union select o.id::text from offer.public_offer o join registry.public_subject s on s.id = o.subject
                   where s.name = :typed or s.code = :typed
            limit :most
            """;

    private final JdbcClient jdbc;
    private final Policies policies;

    ThingsByName(JdbcClient jdbc, Policies policies) {
        this.jdbc = jdbc;
        this.policies = policies;
    }

    @Override
    public Optional<Text> word(String act, String code) {
        return Typed.id(code)
                .flatMap(id -> jdbc.sql(NAMES)
                        .param("id", id)
                        .query((row, _) -> Text.of(row.getString("zh"), row.getString("en")))
                        .optional());
    }

    @Override
    public Optional<Text> about(String act, String thing) {
        return jdbc.sql(ABOUT)
                .param("thing", thing)
                .param("id", Typed.id(thing).orElse(null), java.sql.Types.OTHER)
                .query((row, _) -> {
                    var programme = Optional.ofNullable(
                                    policies.current().programmes().get(row.getString("programme")))
                            .map(Programme::title);
                    var sum = Optional.ofNullable(row.getObject("fen", Long.class))
                            .map(fen -> new Fen(fen).yuan())
                            .map(yuan -> Text.of(yuan + "元", yuan + " yuan"));
                    var name = Optional.of(row.getString("name"))
                            .filter(one -> !one.isEmpty())
                            .map(one -> Text.of(one, one));
                    return Stream.of(name, programme, sum)
                            .flatMap(Optional::stream)
                            .reduce((one, other) ->
                                    Text.of(one.zh() + " · " + other.zh(), one.en() + " · " + other.en()));
                })
                .optional()
                .flatMap(found -> found);
    }

    @Override
    public List<String> codes(String typed) {
        return jdbc.sql(CODES)
                .param("typed", typed)
                .param("most", MOST)
                .query((row, _) -> row.getString("code"))
                .list();
    }
}
