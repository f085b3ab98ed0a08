-- Values that authorities have set, in force beside those of the pack's files. Never changed: a new value is a new row.
create table policy.set_value (
  id             uuid primary key,
  pack           text not null,
  parameter      text not null,
  effective_from date not null,
  value          numeric not null check (value >= 0),
  document       text not null check (length(document) between 2 and 60),
  proposed_by    uuid not null,
  approved_by    uuid not null,
  recorded_on    date not null,
  recorded_at    timestamptz not null,
  constraint a_second_person_approves check (approved_by <> proposed_by),
  constraint no_value_reaches_back check (effective_from > recorded_on),
  constraint one_value_a_day unique (pack, parameter, effective_from)
);
create trigger set_values_are_never_changed before update or delete or truncate on policy.set_value
  for each statement execute function audit.refuse_change();

create schema amendment;

create table amendment.proposal (
  id             uuid primary key,
  pack           text not null,
  parameter      text not null,
  effective_from date not null,
  value          numeric not null check (value >= 0),
  document       text not null check (length(document) between 2 and 60),
  reason         text not null check (length(reason) between 2 and 1000),
  proposed_by    uuid not null,
  proposer       text not null,
  proposed_at    timestamptz not null,
  state          text not null check (state in ('OPEN', 'APPROVED', 'REJECTED', 'WITHDRAWN')),
  decided_by     uuid,
  decider        text,
  decided_at     timestamptz,
  answer         text not null default '',
  constraint decided_wholly_or_not_at_all check ((state = 'OPEN') = (decided_by is null) and num_nonnulls(decided_by, decider, decided_at) in (0, 3)),
  constraint a_second_person_decides check (state not in ('APPROVED', 'REJECTED') or decided_by <> proposed_by)
);
create unique index one_open_proposal_per_parameter on amendment.proposal (pack, parameter) where state = 'OPEN';
create index proposals_by_day on amendment.proposal (proposed_at desc, id);

create table amendment.scenario (
  id       uuid primary key,
  name     text not null check (length(name) between 1 and 60),
  query    text not null check (length(query) <= 2000),
  saved_by uuid not null,
  unit     text not null,
  saved_at timestamptz not null
);
create index scenarios_by_day on amendment.scenario (saved_at desc, id);
