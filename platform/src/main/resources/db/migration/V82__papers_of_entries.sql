-- Scans of what an entry of the register rests on: licences, certificates, documents of recognition.
create table keeping.paper (
  id         uuid primary key,
  subject    uuid not null references registry.subject,
  file       uuid not null references file.stored,
  added_by   uuid not null references access.person,
  added_at   timestamptz not null,
  removed_by uuid references access.person,
  removed_at timestamptz,
  constraint removed_wholly_or_not check (num_nonnulls(removed_by, removed_at) in (0, 2))
);
create index paper_by_subject on keeping.paper (subject, added_at) where removed_at is null;
