create schema calendar;

create table calendar.demonstration_clock (
  only_row boolean primary key default true check (only_row),
  stands_at timestamptz not null
);

create schema audit;

create table audit.entry (
  id      bigint generated always as identity primary key,
  at      timestamptz not null,
  person  uuid,
  role    text,
  unit    text,
  act     text not null,
  subject text not null,
  detail  text not null default ''
);
create index entry_by_subject on audit.entry (subject, id);

create function audit.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_schema || '.' || tg_table_name;
end $$;

create trigger entries_are_never_changed before update or delete or truncate on audit.entry
  for each statement execute function audit.refuse_change();

create schema file;

create table file.stored (
  id         uuid primary key,
  sha256     text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  name       text not null check (length(name) between 1 and 200),
  media_type text not null,
  bytes      bigint not null check (bytes > 0),
  stored_by  uuid,
  stored_at  timestamptz not null
);
comment on column file.stored.name is 'As the sender called it, without folders; never used as a path.';
