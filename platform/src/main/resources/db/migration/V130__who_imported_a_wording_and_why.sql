-- Who imported the official wording of a document and why it was kept although passages differ: columns of their own, which
-- were read back from the record of acts until now. What the record knows of earlier imports is taken over; where it says
-- nothing, the two are empty, as they were shown.
alter table policy.official_text
  add column unit   text not null default '' check (length(unit) <= 200),
  add column reason text not null default '' check (length(reason) <= 400);
comment on column policy.official_text.unit is 'The office for which the officer acted, shown to the public.';
comment on column policy.official_text.reason is
  'Why it was kept although passages differ from the pack, or why the wording was taken off; empty where none was given.';

update policy.official_text t
   set unit = left(coalesce(a.unit, ''), 200),
       reason = left(case when a.act = 'policy.withdraw-text' then a.detail
                          when a.detail like '% clauses matched; %' then regexp_replace(a.detail, '^[0-9]+ clauses matched; ', '')
                          else '' end, 400)
  from (select i.id, b.unit, b.act, b.detail
          from policy.official_text i
          cross join lateral (select unit, act, detail from audit.entry
                               where act in ('policy.import-text', 'policy.withdraw-text') and subject = i.pack and person = i.imported_by
                                 and at between i.imported_at - interval '1 minute' and i.imported_at + interval '1 minute'
                               order by abs(extract(epoch from at - i.imported_at)) limit 1) b) a
 where a.id = t.id;

alter table policy.official_text alter column unit drop default, alter column reason drop default;
