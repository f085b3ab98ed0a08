-- What proves a new address, and what the county of the makerspace thinks of a change before it is decided.
create table recognition.change_paper (
  change   uuid not null references recognition.change,
  file     uuid not null references file.stored,
  added_at timestamptz not null,
  primary key (change, file)
);

alter table recognition.change
  add column opinion text check (length(opinion) between 2 and 1000),
  add column opinion_by uuid,
  add column opinion_of text,
  add column opinion_at timestamptz,
  add constraint an_opinion_has_its_author check (num_nulls(opinion, opinion_by, opinion_of, opinion_at) in (0, 4)),
  add constraint who_gives_an_opinion_does_not_decide check (opinion_by <> decided_by);
