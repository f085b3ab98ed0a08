-- The number of a form stands for who did what to what with it: the same form sent again is known by it, another use of the number too.
create table audit.form (
  id      uuid not null constraint a_form_does_one_thing primary key,
  person  uuid not null,
  what    text not null check (length(what) = 64),
  done_at timestamptz not null
);
comment on table audit.form is 'Forms that did what they were sent for, each with who sent it and a hash of what it did to what.';

-- An appointment may be made until a day, also one that a second administrator confirms.
alter table administration.proposal add column until date;
comment on column administration.proposal.until is 'The last day of the appointment; empty where none is laid down.';
alter table administration.proposal add column formerly date;
comment on column administration.proposal.formerly is 'The last day that the same appointment had before it was made to last longer.';

create or replace view access.public_appointment as
  select person, role, area, organisation, since, until, id from access.appointment;

-- Who was renamed, or got another code, is still found by what it was called before.
create table registry.former_name (
  called  text not null,
  subject uuid not null references registry.subject,
  primary key (called, subject)
);
comment on table registry.former_name is 'Names and codes that subjects had before; in the record of acts they are found by these too.';
create function registry.keep_former_names() returns trigger language plpgsql as $$
begin
  insert into registry.former_name (called, subject)
  select called, old.id from (values (old.name, new.name), (old.code, new.code)) both_of_them (called, now)
   where called is not null and called is distinct from now on conflict do nothing;
  return null;
end $$;
create trigger former_names_are_kept after update of name, code on registry.subject
  for each row execute function registry.keep_former_names();
create view registry.public_former_name as
  select called, subject from registry.former_name;
comment on view registry.public_former_name is 'Names and codes that subjects had before.';
insert into registry.former_name (called, subject)
select c.space_name, s.id from casework.case_file c join registry.subject s on s.id = c.space where c.space_name <> s.name
 union select a.name, s.id from award.award a join registry.subject s on s.id = a.subject where a.name <> s.name
 union select e.called, s.id from evidence.entry e join registry.subject s on s.id = e.subject where e.called not in ('', s.name)
on conflict do nothing;
