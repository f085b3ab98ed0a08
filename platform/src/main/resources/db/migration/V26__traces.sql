-- Where an act of getting in, at or out came from, and how many of the same were counted together.
alter table audit.entry
  add source text check (source ~ '^[0-9a-f]{16}$'),
  add times  int not null default 1 check (times > 0);
comment on column audit.entry.source is 'A keyed hash of the address: the same for the same address, and of no use without the key of this installation.';
comment on column audit.entry.times is 'How many of the same kind, from one person or address within a minute, this row stands for.';

-- Rows from before may be longer; new ones are not.
alter table audit.entry
  add constraint an_entry_is_short check (length(act) <= 60 and length(subject) <= 200 and length(detail) <= 500) not valid,
  add constraint an_entry_holds_no_control_characters check (subject !~ '[[:cntrl:]]' and detail !~ '[[:cntrl:]]') not valid;

-- One way to the newest rows for each question of the auditor's page.
drop index audit.entry_by_subject;
create index entry_by_time on audit.entry (at, id);
create index entry_by_subject on audit.entry (subject, at, id);
create index entry_by_person on audit.entry (person, at, id);
create index entry_by_act on audit.entry (act, at, id);
create index entry_by_unit on audit.entry (unit, at, id);
create index entry_by_source on audit.entry (source, at, id) where source is not null;
