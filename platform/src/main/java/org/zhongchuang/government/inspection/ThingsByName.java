package org.zhongchuang.government.inspection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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

    private static final int MOST = 5_000;

    private static final String NAMES = """
            select id, name zh, name en from registry.public_subject where id = any (:ids)
            union all select id, name, name from registry.public_space where id = any (:ids)
            union all select id, name, name from access.public_organisation where id = any (:ids)
            union all select id, number || ' ' || name, number || ' ' || name from award.public_award where id = any (:ids)
            union all select p.id, w.number || '第' || p.instalment || '期', w.number || ' part ' || p.instalment
              from payment.public_payment p join award.public_award w on w.id = p.award where p.id = any (:ids)
            union all select b.id, o.name || '（尾号' || b.tail || '）', o.name || ' (ending in ' || b.tail || ')'
              from payment.public_bank_account b join access.public_organisation o on o.id = b.organisation where b.id = any (:ids)
            union all select h.id, h.document || ' ' || s.name, h.document || ' ' || s.name
              from award.public_higher_award h join registry.public_subject s on s.id = h.subject where h.id = any (:ids)
            union all select id, name, name from award.public_event where id = any (:ids)
            union all select p.id, p.competition || ' ' || s.name, p.competition || ' ' || s.name
              from award.public_prize p join registry.public_subject s on s.id = p.subject where p.id = any (:ids)
            union all select id, '凭证' || voucher, 'voucher ' || voucher from award.public_spending where id = any (:ids)
            union all select o.id, s.name, s.name
              from offer.public_offer o join registry.public_subject s on s.id = o.subject where o.id = any (:ids)
            union all select proposal, min(year) || '年预算' || count(*) || '项', count(*) || ' lines of the budget of ' || min(year)
              from ledger.public_budget_line where proposal = any (:ids) group by proposal
            union all select id, name, name from access.public_person where id = any (:ids)
            union all select b.id, s.name, s.name
              from evidence.public_batch b join registry.public_space s on s.id = b.space where b.id = any (:ids)
            union all select id, coalesce(number, '草稿 ' || space_name), coalesce(number, 'draft ' || space_name)
              from casework.public_case_file where id = any (:ids)
            union all select id, what, what from growth.public_step where id = any (:ids)
            union all select a.id, s.name, s.name
              from assessment.public_appeal a join registry.public_space s on s.id = a.space where a.id = any (:ids)
            union all select id, name, name from keeping.public_firm_table where id = any (:ids)
            union all select p.id, s.name || '的证明文件', 'paper of ' || s.name
              from keeping.public_paper p join registry.public_subject s on s.id = p.subject where p.id = any (:ids)
            """;

    /** More about things that have their number or id, as a programme, a name and a sum. */
    private static final String ABOUT = """
            select number thing, programme, space_name as name, null::bigint as fen from casework.public_case_file where number = any (:things)
            union all select id::text, programme, '', null from casework.public_case_file where id = any (:ids)
            union all select id::text, programme, '', fen from award.public_award where id = any (:ids)
            union all select id::text, programme, '', fen from offer.public_offer where id = any (:ids)
            union all select id::text, '', '', fen from award.public_higher_award where id = any (:ids)
            union all select login, '', name, null from access.public_person where login = any (:things)
            union all select code, '', name, null from recognition.public_recognised_space where code = any (:things)
            """;

    /** Whom a name, a code or an id means, by whatever it is or was called, and all that is on record of them. */
    private static final String CODES = """
            with known as (
              select id, code from registry.public_subject where name = :typed or code = :typed or id = any (:ids)
              union select s.id, s.code from registry.public_former_name f join registry.public_subject s on s.id = f.subject
                     where f.called = :typed
              union select s.id, s.code from recognition.public_recognised_space r join registry.public_subject s on s.id = r.space
                     where r.code = :typed or r.name = :typed),
            organisations as (
              select id from access.public_organisation where name = :typed or credit_code = :typed
              union select o.id from known k join access.public_organisation o on o.credit_code = k.code)
            select id::text code from known
            union select r.code from known k join recognition.public_recognised_space r on r.space = k.id
            union select id::text from organisations
            union select login from access.public_person where name = :typed
            union select unnest(array_remove(array[number, id::text], null)) from casework.public_case_file where space_name = :typed
            union select unnest(array_remove(array[c.number, c.id::text], null)) from known k join casework.public_case_file c on c.space = k.id
            union select id::text from award.public_award where number = :typed or name = :typed
            union select w.id::text from known k join award.public_award w on w.subject = k.id
            union select p.id::text from payment.public_payment p join award.public_award w on w.id = p.award where w.number = :typed
            union select id::text from payment.public_batch where number = :typed
            union select b.id::text from organisations o join payment.public_bank_account b on b.organisation = o.id
            union select id::text from award.public_higher_award where document = :typed
            union select h.id::text from known k join award.public_higher_award h on h.subject = k.id
            union select o.id::text from known k join offer.public_offer o on o.subject = k.id
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
        var one = new Written(act, code);
        return Optional.ofNullable(words(List.of(one)).get(one));
    }

    @Override
    public Map<Written, Text> words(Collection<Written> written) {
        var ids = ids(written);
        var names = new HashMap<String, Text>();
        if (ids.length > 0) {
            jdbc.sql(NAMES).param("ids", ids).query(row -> {
                names.putIfAbsent(row.getString("id"), Text.of(row.getString("zh"), row.getString("en")));
            });
        }
        return found(written, names);
    }

    @Override
    public Map<Written, Text> about(Collection<Written> things) {
        var about = new HashMap<String, Text>();
        if (!things.isEmpty()) {
            jdbc.sql(ABOUT)
                    .param("things", things.stream().map(Written::code).toArray(String[]::new))
                    .param("ids", ids(things))
                    .query(row -> {
                        var said = said(row);
                        if (said.isPresent()) {
                            about.putIfAbsent(row.getString("thing"), said.get());
                        }
                    });
        }
        return found(things, about);
    }

    private Optional<Text> said(ResultSet row) throws SQLException {
        var programme = Optional.ofNullable(policies.current().programmes().get(row.getString("programme")))
                .map(Programme::title);
        var sum = Optional.ofNullable(row.getObject("fen", Long.class))
                .map(fen -> new Fen(fen).yuan())
                .map(yuan -> Text.of(yuan + "元", yuan + " yuan"));
        var name =
                Optional.of(row.getString("name")).filter(one -> !one.isEmpty()).map(one -> Text.of(one, one));
        return Stream.of(name, programme, sum)
                .flatMap(Optional::stream)
                .reduce((one, other) -> Text.of(one.zh() + " · " + other.zh(), one.en() + " · " + other.en()));
    }

    private static UUID[] ids(Collection<Written> written) {
        return written.stream()
                .flatMap(one -> Typed.id(one.code()).stream())
                .distinct()
                .toArray(UUID[]::new);
    }

    private static Map<Written, Text> found(Collection<Written> written, Map<String, Text> words) {
        var found = new HashMap<Written, Text>();
        for (var one : written) {
            var word = words.get(one.code());
            if (word != null) {
                found.put(one, word);
            }
        }
        return found;
    }

    @Override
    public List<String> codes(String typed) {
        return jdbc.sql(CODES)
                .param("typed", typed)
                .param("ids", Typed.id(typed).stream().toArray(UUID[]::new))
                .param("most", MOST)
                .query((row, _) -> row.getString("code"))
                .list();
    }
}
