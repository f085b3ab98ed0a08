create schema casework;

-- Pairs of neighbouring Chinese characters, and Latin words: an index that finds words of two characters, which trigrams do not.
create function casework.words(t text) returns text[] language sql immutable parallel safe as $$
  select coalesce(array_agg(distinct g), '{}') from (
    select lower(substr(r[1], i, 2)) g
      from regexp_matches(t, '[一-鿿㐀-䶿]+', 'g') r, generate_series(1, greatest(length(r[1]) - 1, 1)) i
    union
    select lower(w[1]) from regexp_matches(t, '[A-Za-z0-9]+', 'g') w) x
$$;

create table casework.case_file (
  id              uuid primary key,
  number          text unique,
  programme       text not null,
  edition         text not null,
  space           uuid not null references registry.space,
  space_name      text not null,
  operator        uuid not null references access.organisation,
  operator_name   text not null,
  area            text not null,
  step            text not null check (step in ('DRAFT', 'ACCEPTANCE', 'CORRECTION', 'REVIEW', 'SITE_VISIT', 'CITY_REVIEW',
                    'EXPERT_SCORING', 'MEETING', 'NOTICE', 'DECISION', 'GRANTED', 'REFUSED', 'WITHDRAWN')),
  holder          text check (holder in ('OPERATOR', 'COUNTY_OFFICER', 'CITY_OFFICER', 'CITY_DECIDER', 'EXPERT')),
  version         int  not null default 0,
  proposal        text not null default 'NONE' check (proposal in ('NONE', 'GRANT', 'REFUSE')),
  started_at      timestamptz not null,
  started_by      uuid not null references access.person,
  filed_on        date,
  step_since      date not null,
  due_on          date,
  due_provisional boolean not null default false,
  days_left       int,
  assignee        uuid references access.person,
  words           text[] not null generated always as
                    (casework.words(coalesce(number, '') || ' ' || space_name || ' ' || operator_name)) stored,

  constraint a_filed_case_has_a_number check ((step = 'DRAFT') or (step = 'WITHDRAWN') or (number is not null and filed_on is not null)),
  constraint an_open_case_is_held_and_due check ((step in ('GRANTED', 'REFUSED', 'WITHDRAWN')) = (holder is null)),
  constraint a_filed_open_case_has_a_due_day check (holder is null or step = 'DRAFT' or due_on is not null),
  constraint a_paused_clock_remembers_its_rest check ((step = 'CORRECTION') = (days_left is not null))
);
create index inbox on casework.case_file (holder, due_on, id) where holder is not null and step <> 'DRAFT';
create index inbox_of_area on casework.case_file (area, holder, due_on, id) where holder is not null and step <> 'DRAFT';
create index case_by_operator on casework.case_file (operator, started_at desc);
create index case_by_words on casework.case_file using gin (words);
create index case_by_filing on casework.case_file (filed_on desc, id desc) where filed_on is not null;
create index case_by_filing_in_area on casework.case_file (area, filed_on desc, id desc) where filed_on is not null;
create unique index one_open_case_per_space_and_programme on casework.case_file (space, programme) where holder is not null;

create table casework.number_series (
  year int primary key,
  last int not null
);

create table casework.fact (
  case_file uuid not null references casework.case_file,
  fact      text not null,
  value     text not null,
  source    text not null check (source in ('DECLARED', 'VERIFIED')),
  as_of     date not null,
  primary key (case_file, fact)
);

create table casework.attachment (
  id        uuid primary key,
  case_file uuid not null references casework.case_file,
  evidence  text not null,
  file      uuid not null references file.stored,
  added_at  timestamptz not null,
  added_by  uuid not null references access.person
);
create index attachment_by_case on casework.attachment (case_file);

create table casework.defect (
  id           uuid primary key,
  case_file    uuid not null references casework.case_file,
  target       text not null,
  message      text not null check (length(message) between 2 and 1000),
  told_at      timestamptz not null,
  corrected_at timestamptz
);
create index defect_by_case on casework.defect (case_file);

create table casework.event (
  case_file uuid not null references casework.case_file,
  seq       int  not null,
  at        timestamptz not null,
  act       text not null,
  person    uuid,
  name      text not null,
  unit      text not null,
  role      text,
  note      text not null default '',
  request   uuid unique,
  primary key (case_file, seq)
);
create index event_by_person on casework.event (person, at desc);

create trigger events_are_never_changed before update or delete or truncate on casework.event
  for each statement execute function audit.refuse_change();

create table casework.visit (
  case_file uuid primary key references casework.case_file,
  visited_on date not null,
  visitor    uuid not null references access.person,
  companion  uuid not null references access.person,
  checks     jsonb not null,
  notes      text not null,
  confirmed  boolean not null default false,
  constraint a_visit_takes_two check (visitor <> companion)
);

create table casework.ballot (
  case_file uuid not null references casework.case_file,
  expert    uuid not null references access.person,
  state     text not null check (state in ('ASSIGNED', 'RECUSED', 'SCORED')),
  scores    jsonb,
  total     int check (total between 0 and 100),
  comment   text not null default '',
  primary key (case_file, expert),
  constraint a_scored_ballot_has_scores check ((state = 'SCORED') = (scores is not null and total is not null))
);
create index ballot_by_expert on casework.ballot (expert, state);

create table casework.meeting (
  case_file  uuid primary key references casework.case_file,
  held_on    date not null,
  minutes    text not null check (length(minutes) between 2 and 60),
  resolution text not null
);

create table casework.decision (
  case_file   uuid primary key references casework.case_file,
  outcome     text not null check (outcome in ('GRANTED', 'REFUSED')),
  document    text not null check (length(document) between 2 and 60),
  decided_on  date not null,
  decided_by  uuid not null references access.person,
  reasons     jsonb not null default '[]',
  edition     text not null,
  constraint a_refusal_gives_reasons check (outcome = 'GRANTED' or jsonb_array_length(reasons) > 0)
);

create trigger decisions_are_never_changed before update or delete or truncate on casework.decision
  for each statement execute function audit.refuse_change();
