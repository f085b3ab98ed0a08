-- Tables by which officers bring in firms and teams that the city knew before, each undone as a whole if need be.
create schema keeping;

create table keeping.firm_table (
  id         uuid primary key,
  file       uuid not null references file.stored,
  name       text not null,
  area       text not null,
  state      text not null check (state in ('READ', 'KEPT', 'UNDONE', 'DROPPED')),
  entered    int not null default 0,
  sent_by    uuid not null references access.person,
  sent_at    timestamptz not null,
  settled_at timestamptz,
  constraint settled_is_dated check ((state = 'READ') = (settled_at is null))
);
create index firm_table_by_day on keeping.firm_table (sent_at desc);
comment on column keeping.firm_table.area is 'For which area its sender works; the city sees all.';

create table keeping.brought_in (
  firm_table uuid not null references keeping.firm_table,
  subject    uuid not null references registry.subject,
  primary key (firm_table, subject)
);
create index brought_in_by_subject on keeping.brought_in (subject);
