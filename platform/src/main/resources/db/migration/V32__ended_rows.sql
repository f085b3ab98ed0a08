-- Whether a row was voided because its term ended is a column of its own. Until now a certain text in the place of the reason said so,
-- and no user could be allowed to write that text.
alter table evidence.entry add column ended boolean not null default false;
comment on column evidence.entry.ended is 'Voided because its term ended: the row that replaces it says when.';

drop trigger an_ended_row_has_its_end on evidence.entry;
alter table evidence.entry disable trigger user;
update evidence.entry set ended = true, void_reason = '期满' where void_reason = 'ENDED';
alter table evidence.entry enable trigger user;
alter table evidence.entry add constraint only_what_is_voided_has_ended check (not ended or voided_at is not null);

create or replace view evidence.public_entry as
  select id, space, kind, day, until, term, subject, party, class, amount, quantity, number, replaces, voided_at, ended
    from evidence.entry;

create or replace function evidence.keep_rows() returns trigger language plpgsql as $$
declare
  may_change constant text[] := array['voided_at', 'voided_by', 'void_reason', 'ended', 'term'];
begin
  if tg_op = 'DELETE' then
    raise exception 'evidence is voided, never deleted';
  end if;
  if (to_jsonb(new) - may_change) <> (to_jsonb(old) - may_change) then
    raise exception 'evidence is never overwritten';
  end if;
  if old.voided_at is not null and (new.voided_at is null or new.ended <> old.ended) then
    raise exception 'what was voided stays voided';
  end if;
  return new;
end $$;

create function figure.refuse_closed_year() returns void language plpgsql as $$
begin
  raise exception 'the year is closed' using errcode = 'check_violation', constraint = 'records_of_a_closed_year_are_as_they_were';
end $$;

create or replace function figure.keep_frozen() returns trigger language plpgsql as $$
begin
  -- Ending an open term changes only the days after its new end.
  if tg_op = 'UPDATE' and new.ended then
    return new;
  end if;
  if tg_op = 'INSERT' and new.replaces is not null
     and (select e.ended and e.day = new.day and e.until is null from evidence.public_entry e where e.id = new.replaces) then
    if figure.is_frozen(new.space, new.until + 1, new.until + 1) and new.until is not null then
      perform figure.refuse_closed_year();
    end if;
    return new;
  end if;
  if figure.is_frozen(new.space, new.day, coalesce(new.until, new.day)) then
    perform figure.refuse_closed_year();
  end if;
  return new;
end $$;

create constraint trigger an_ended_row_has_its_end after update on evidence.entry
  deferrable initially deferred for each row when (new.ended) execute function evidence.demand_end();
