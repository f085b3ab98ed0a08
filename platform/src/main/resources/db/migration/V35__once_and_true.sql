-- A finding that a form made knows the form, so that the form makes it once.
alter table registry.fact add column form uuid;
create unique index one_finding_per_form on registry.fact (form);
comment on column registry.fact.form is 'What the form is known by that made the finding.';

-- Two entries stand in one relation of a kind at a time, whatever day is given for it; only who invests does so again and again.
update registry.relation r set until = r.since
 where r.until is null and r.kind <> 'INVESTS_IN'
   and exists (select 1 from registry.relation o where o.kind = r.kind and o.source = r.source and o.target = r.target and o.until is null
                  and (o.since, o.id) < (r.since, r.id));
create unique index one_standing_relation_of_a_kind on registry.relation (kind, source, target)
  where until is null and kind <> 'INVESTS_IN';
