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

-- A tenant leaves while it is there, and once for each time it came.
create function evidence.judge_departure() returns trigger language plpgsql as $$
declare
  tenant constant uuid[] := array(
    select s.id from registry.public_subject s
     where coalesce(s.merged_into, s.id) = (select coalesce(o.merged_into, o.id) from registry.public_subject o where o.id = new.subject));
begin
  if not exists (
    select 1 from evidence.entry a
     where a.space = new.space and a.kind = 'AGREEMENTS' and a.voided_at is null and a.subject = any(tenant) and a.term @> new.day) then
    raise exception 'no stay on that day' using errcode = 'check_violation', constraint = 'a_departure_ends_a_stay';
  end if;
  if exists (
    select 1 from evidence.entry x
     where x.space = new.space and x.kind = 'EXITS' and x.voided_at is null and x.subject = any(tenant) and x.id <> new.id
       and not exists (
         select 1 from evidence.entry a
          where a.space = new.space and a.kind = 'AGREEMENTS' and a.voided_at is null and a.subject = any(tenant)
            and a.day > least(x.day, new.day) and a.day <= greatest(x.day, new.day))) then
    raise exception 'its leaving is on record' using errcode = 'check_violation', constraint = 'one_departure_per_stay';
  end if;
  return new;
end $$;
create trigger a_departure_fits_a_stay after insert on evidence.entry
  for each row when (new.kind = 'EXITS') execute function evidence.judge_departure();
