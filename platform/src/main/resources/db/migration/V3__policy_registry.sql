create schema policy;

create table policy.official_text (
  id          uuid primary key,
  pack        text not null,
  source      text not null,
  imported_by uuid not null,
  imported_at timestamptz not null
);
create index official_text_by_pack on policy.official_text (pack, imported_at desc);

create table policy.passage (
  official_text uuid not null references policy.official_text,
  clause        text not null,
  heading       text not null,
  wording       text not null,
  primary key (official_text, clause)
);

create schema registry;

-- One row per makerspace; what is known of it by fact and day stands in registry.fact.
create table registry.space (
  id         uuid primary key,
  operator   uuid not null references access.organisation,
  name       text not null check (length(name) between 2 and 80),
  kind       text not null check (kind in ('DEMONSTRATION', 'INVESTMENT', 'SPECIALISED', 'MAKER')),
  builder    text not null check (builder in ('FIRM', 'INVESTOR', 'SOCIAL')),
  carrier    text not null,
  area       text not null,
  address    text not null,
  opened_on  date not null,
  profile    text not null default '',
  version    int not null default 0,
  created_at timestamptz not null
);
create index space_by_operator on registry.space (operator);

create table registry.fact (
  id          bigint generated always as identity primary key,
  space       uuid not null references registry.space,
  fact        text not null,
  value       text not null,
  source      text not null check (source in ('DECLARED', 'VERIFIED')),
  as_of       date not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null
);
create index fact_by_space on registry.fact (space, fact, id desc);

create trigger facts_are_never_changed before update or delete or truncate on registry.fact
  for each statement execute function audit.refuse_change();
