-- An objection is received at once and stops nothing by itself: an officer finds first whether it names a person who
-- can be reached and a fact. Then it holds the notice until it is answered; otherwise it is answered with the reason.
alter table notice.notice add column check_days int;
update notice.notice set check_days = answer_days;
alter table notice.notice
  alter column check_days set not null,
  add constraint there_is_time_to_look_at_an_objection check (check_days > 0);

alter table notice.objection
  add column check_by date,
  add column matter uuid references notice.objection;
comment on column notice.objection.check_by is 'The day by which an officer has looked at it; empty for those of before there was such a look.';
comment on column notice.objection.matter is 'The open objection of the same sender to the same notice that this one adds to; both have one answer.';
create index objection_by_matter on notice.objection (matter) where matter is not null;

-- What was received until now held its notice at once: it stands as found to be one.
do $$
declare name text;
begin
  for name in select conname from pg_constraint
   where conrelid = 'notice.objection'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%RECEIVED%' loop
    execute format('alter table notice.objection drop constraint %I', name);
  end loop;
end $$;
update notice.objection o set state = case when n.state in ('OPEN', 'PAUSED') then 'ADMITTED' else 'CLOSED' end
  from notice.notice n where n.id = o.notice and o.state = 'RECEIVED';
alter table notice.objection
  add constraint an_objection_has_a_known_state check (state in ('RECEIVED', 'ADMITTED', 'DISMISSED', 'REJECTED', 'UPHELD', 'CLOSED')),
  add constraint an_answered_objection_has_a_reply
    check (state in ('RECEIVED', 'ADMITTED', 'CLOSED') or (length(reply) > 0 and decided_by is not null)),
  add constraint what_adds_to_an_objection_is_not_added_to check (matter <> id);
drop index notice.objection_open;
create index objection_open on notice.objection (due_on) where state in ('RECEIVED', 'ADMITTED');

-- A notice is held by an objection that was found to be one, never by what merely came in; and it ends with none open.
create function notice.keep_states() returns trigger language plpgsql as $$
begin
  if new.state = 'PAUSED' and old.state <> 'PAUSED' and not exists (
       select 1 from notice.objection where notice = new.id and state = 'ADMITTED') then
    raise exception 'notice % cannot pause: no objection to it was admitted', new.id using errcode = 'check_violation';
  end if;
  if new.state = 'ENDED' and old.state <> 'ENDED' and exists (
       select 1 from notice.objection where notice = new.id and state in ('RECEIVED', 'ADMITTED')) then
    raise exception 'notice % cannot end: an objection to it is open', new.id using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger a_notice_pauses_and_ends_by_its_objections before update of state on notice.notice
  for each row execute function notice.keep_states();

create or replace function decision.demand_ended_notice() returns trigger language plpgsql as $$
begin
  if new.outcome = 'GRANTED' and not exists (
       select 1 from notice.public_notice where case_file = new.case_file and state = 'ENDED') then
    raise exception 'case % cannot be granted: its public notice has not ended unchallenged', new.case_file;
  end if;
  if new.outcome = 'GRANTED' and exists (
       select 1 from notice.public_objection o join notice.public_notice n on n.id = o.notice
        where n.case_file = new.case_file and o.state in ('RECEIVED', 'ADMITTED')) then
    raise exception 'case % cannot be granted: an objection is unanswered', new.case_file;
  end if;
  return new;
end $$;
