create schema assessment;

create table assessment.round (
  id           uuid primary key,
  year         int not null unique check (year between 2015 and 2100),
  state        text not null check (state in ('OPEN', 'SCORING', 'RANKED', 'NOTICE', 'PUBLISHED')),
  seed         bigint not null,
  edition      text not null,
  statement_by date not null,
  medians      jsonb not null default '{}',
  notice_first date,
  notice_last  date,
  document     text,
  snapshot     text check (snapshot is json),
  sha256       text,
  opened_by    uuid not null,
  opened_at    timestamptz not null,
  published_by uuid,
  published_at timestamptz,
  constraint a_notice_has_its_days check ((state in ('NOTICE', 'PUBLISHED')) = (notice_first is not null) and num_nonnulls(notice_first, notice_last) in (0, 2)),
  constraint published_wholly_or_not check ((state = 'PUBLISHED') = (sha256 is not null) and num_nonnulls(document, snapshot, sha256, published_by, published_at) in (0, 5)),
  constraint who_opens_does_not_publish check (published_by <> opened_by)
);

create table assessment.entry (
  round        uuid not null references assessment.round,
  space        uuid not null references registry.space,
  code         text not null,
  name         text not null,
  kind         text not null,
  area         text not null,
  operator     uuid not null,
  guidance     boolean not null,
  special      text not null default '' check (length(special) <= 2000),
  points       jsonb not null default '{}',
  automatic    numeric(10, 6),
  ballots      int not null default 0,
  expert       numeric(10, 6),
  adjusted     numeric(10, 6),
  score        numeric(10, 6),
  place        int,
  out_of       int,
  adjusted_place int,
  grade        text check (grade in ('excellent', 'good', 'pass', 'fail')),
  primary key (round, space)
);
create index entry_by_place on assessment.entry (round, kind, place, space);
create index entry_by_space on assessment.entry (space);
create index entry_by_operator on assessment.entry (operator);

create table assessment.seat (
  round   uuid not null,
  space   uuid not null,
  expert  uuid not null references access.person,
  state   text not null check (state in ('ASSIGNED', 'RECUSED', 'VOID')),
  reason  text not null default '',
  primary key (round, space, expert),
  foreign key (round, space) references assessment.entry,
  constraint leaving_a_seat_has_a_reason check (state = 'ASSIGNED' or length(reason) >= 2)
);
create index seat_by_expert on assessment.seat (expert, round) where state = 'ASSIGNED';

-- Every version of a ballot is kept; the last before closing counts. An abstention is neither a zero nor missing (J5).
create table assessment.ballot (
  round   uuid not null,
  space   uuid not null,
  expert  uuid not null,
  version int not null,
  kind    text not null check (kind in ('SCORED', 'ABSTAINED')),
  scores  jsonb,
  comment text not null default '' check (length(comment) <= 2000),
  request uuid not null unique,
  cast_at timestamptz not null,
  primary key (round, space, expert, version),
  foreign key (round, space, expert) references assessment.seat,
  constraint a_scored_ballot_has_scores check ((kind = 'SCORED') = (scores is not null))
);
create trigger ballots_are_never_changed before update or delete or truncate on assessment.ballot
  for each statement execute function audit.refuse_change();

create table assessment.appeal (
  id            uuid primary key,
  round         uuid not null,
  space         uuid not null,
  indicator     text not null,
  grounds       text not null check (length(grounds) between 10 and 4000),
  filed_by      uuid not null,
  filed_at      timestamptz not null,
  state         text not null check (state in ('OPEN', 'UPHELD', 'REJECTED')),
  points_before numeric(10, 6) not null,
  points_after  numeric(10, 6),
  reply         text not null default '',
  answered_by   uuid,
  answered_at   timestamptz,
  foreign key (round, space) references assessment.entry,
  constraint answered_wholly_or_not check ((state = 'OPEN') = (answered_by is null) and num_nonnulls(answered_by, answered_at, points_after) in (0, 3)),
  constraint nobody_answers_their_own_appeal check (answered_by <> filed_by)
);
create unique index one_open_appeal_per_indicator on assessment.appeal (round, space, indicator) where state = 'OPEN';

-- What a published grade brings with it.
create table assessment.consequence (
  id       uuid primary key,
  round    uuid not null,
  space    uuid not null,
  kind     text not null check (kind in ('AWARD', 'RECTIFICATION', 'REMOVAL')),
  fen      bigint check (fen > 0),
  due_on   date,
  state    text not null check (state in ('OPEN', 'SETTLED')),
  foreign key (round, space) references assessment.entry,
  constraint one_of_a_kind unique (round, space, kind),
  constraint an_award_has_an_amount check ((kind = 'AWARD') = (fen is not null)),
  constraint a_rectification_has_a_day check ((kind = 'RECTIFICATION') = (due_on is not null))
);
create index consequence_by_space on assessment.consequence (space);

create function assessment.keep_published() returns trigger language plpgsql as $$
begin
  if (select state from assessment.round where id = old.round) = 'PUBLISHED' then
    raise exception 'a published assessment is never changed';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger published_entries_are_never_changed before update or delete on assessment.entry
  for each row execute function assessment.keep_published();
create trigger published_appeals_are_never_changed before update or delete on assessment.appeal
  for each row execute function assessment.keep_published();
create function assessment.keep_round() returns trigger language plpgsql as $$
begin
  if old.state = 'PUBLISHED' then
    raise exception 'a published assessment is never changed';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger published_rounds_are_never_changed before update or delete on assessment.round
  for each row execute function assessment.keep_round();

-- A recognition can be suspended and given back as well.
alter table recognition.recognised_space drop constraint recognised_space_status_check;
alter table recognition.recognised_space add check (status in ('ACTIVE', 'SUSPENDED', 'RECTIFYING', 'REMOVED', 'EXITED'));
drop index recognition.one_standing_recognition_per_space;
create unique index one_standing_recognition_per_space on recognition.recognised_space (space) where status not in ('REMOVED', 'EXITED');
alter table recognition.recognised_space add column operator uuid references access.organisation;
update recognition.recognised_space r set operator = s.operator from registry.space s where s.id = r.space;
alter table recognition.recognised_space alter column operator set not null;

create table recognition.change (
  id         uuid primary key,
  code       text not null references recognition.recognised_space,
  kind       text not null check (kind in ('NAME', 'ADDRESS', 'AREA', 'OPERATOR', 'SUSPEND', 'RECTIFY', 'RESTORE', 'REMOVE', 'EXIT')),
  wanted     text not null default '' check (length(wanted) <= 200),
  reason     text not null check (length(reason) between 2 and 1000),
  asked_by   uuid not null,
  asker      text not null,
  asked_at   timestamptz not null,
  state      text not null check (state in ('OPEN', 'APPROVED', 'REJECTED', 'WITHDRAWN')),
  document   text,
  reply      text not null default '',
  decided_by uuid,
  decided_at timestamptz,
  constraint a_second_person_decides check (decided_by <> asked_by),
  constraint an_approval_has_a_document check ((state = 'APPROVED') = (document is not null))
);
create unique index one_open_change_of_a_kind on recognition.change (code, kind) where state = 'OPEN';
create index change_by_day on recognition.change (asked_at desc, id);

-- Plans towards a higher level.
create schema growth;
create table growth.step (
  id        uuid primary key,
  space     uuid not null references registry.space,
  programme text not null,
  criterion text not null,
  what      text not null check (length(what) between 2 and 400),
  due_on    date not null,
  made_by   uuid not null,
  made_at   timestamptz not null,
  done_at   timestamptz,
  dropped_at timestamptz,
  constraint done_or_dropped check (num_nonnulls(done_at, dropped_at) <= 1)
);
create index step_by_space on growth.step (space, due_on);
