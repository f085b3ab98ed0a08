-- Operators' tables come in their own form: where what stands in one is kept with it, and what its sender said of the headings is
-- remembered for that organisation and kind of records.
alter table evidence.batch add column layout jsonb;
comment on column evidence.batch.layout is 'Which row holds the headings and which column holds what, as it was found or said.';

-- What was read and not yet kept was read without one.
update evidence.batch set state = 'DROPPED' where state = 'READ';

create table evidence.heading (
  organisation uuid not null references access.organisation,
  kind         text not null,
  heading      text not null check (length(heading) between 1 and 200),
  field        text,
  said_by      uuid not null references access.person,
  said_at      timestamptz not null,
  constraint one_meaning_for_each_heading primary key (organisation, kind, heading)
);
comment on table evidence.heading is 'What a heading in the tables of an organisation means; nothing where the column is not wanted.';

-- Whoever came into the register by a record alone goes with it when the record is taken back.
create table evidence.entered (
  subject    uuid primary key references registry.subject,
  entered_at timestamptz not null
);
comment on table evidence.entered is 'Teams and firms that a tenancy agreement brought into the register.';

alter table registry.subject add column withdrawn_at timestamptz;
comment on column registry.subject.withdrawn_at is 'Taken back together with the only record that named it: it is nobody any more.';
drop index registry.one_subject_per_code;
create unique index one_subject_per_code on registry.subject (code) where merged_into is null and withdrawn_at is null and code is not null;
create or replace view registry.public_subject as
  select id, kind, name, area, code, account, founded_on, traits, listed, merged_into, version, words, sought, plain_name
    from registry.subject where withdrawn_at is null;

-- Whether anything outside one schema, whose owner answers for itself, names a subject.
create function registry.public_is_referred_to(which uuid, besides text) returns boolean language plpgsql stable as $$
declare
  one record;
  found boolean;
begin
  for one in
    select n.nspname as schema, t.relname as name, a.attname as col
      from pg_constraint c join pg_class t on t.oid = c.conrelid join pg_namespace n on n.oid = t.relnamespace
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
     where c.contype = 'f' and c.confrelid = 'registry.subject'::regclass and n.nspname <> besides
  loop
    execute format('select exists (select 1 from %I.%I where %I = $1)', one.schema, one.name, one.col) into found using which;
    if found then
      return true;
    end if;
  end loop;
  return exists (
    select 1 from registry.subject s join access.public_organisation o on o.credit_code = s.code where s.id = which);
end $$;
comment on function registry.public_is_referred_to is 'Whether a subject is named by anything but the rows of one schema.';
