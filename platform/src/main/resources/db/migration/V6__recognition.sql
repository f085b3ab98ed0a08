create schema recognition;

create table recognition.recognised_space (
  code          text primary key,
  case_file     uuid not null unique references casework.case_file,
  space         uuid not null references registry.space,
  name          text not null,
  operator_name text not null,
  kind          text not null,
  area          text not null,
  address       text not null,
  opened_on     date not null,
  document      text not null,
  recognised_on date not null,
  status        text not null check (status in ('ACTIVE', 'RECTIFYING', 'REMOVED')),
  words         text[] not null generated always as
                  (casework.words(code || ' ' || name || ' ' || operator_name || ' ' || address)) stored
);
create unique index one_standing_recognition_per_space on recognition.recognised_space (space) where status <> 'REMOVED';
create index register_by_day on recognition.recognised_space (recognised_on desc, code);
create index register_by_area on recognition.recognised_space (area, recognised_on desc, code);
create index register_by_kind on recognition.recognised_space (kind, recognised_on desc, code);
create index register_by_words on recognition.recognised_space using gin (words);

create table recognition.status_change (
  code   text not null references recognition.recognised_space,
  seq    int  not null,
  day    date not null,
  status text not null,
  basis  text not null,
  primary key (code, seq)
);

create trigger status_changes_are_never_changed before update or delete or truncate on recognition.status_change
  for each statement execute function audit.refuse_change();
