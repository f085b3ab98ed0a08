create schema notice;

-- What is published stands here in full, so that the page can be built from nothing else.
create table notice.notice (
  id            uuid primary key,
  case_file     uuid not null references casework.case_file,
  title         text not null,
  basis         text not null,
  space_name    text not null,
  operator_name text not null,
  address       text not null,
  opened_on     date not null,
  area          text not null,
  first_day     date not null,
  last_day      date not null check (last_day >= first_day),
  provisional   boolean not null,
  days_left     int,
  state         text not null check (state in ('OPEN', 'PAUSED', 'ENDED', 'UPHELD')),
  published_by  uuid not null references access.person,
  published_at  timestamptz not null,
  answer_days   int not null check (answer_days > 0),
  constraint a_paused_notice_remembers_its_rest check ((state = 'PAUSED') = (days_left is not null))
);
create unique index one_running_notice_per_case on notice.notice (case_file) where state in ('OPEN', 'PAUSED');
create index notice_by_state on notice.notice (state, last_day);
create index notice_by_day on notice.notice (first_day desc, id desc);
create index notice_by_case on notice.notice (case_file);

create table notice.objection (
  id          uuid primary key,
  notice      uuid not null references notice.notice,
  receipt     text not null unique,
  objector    bytea not null,
  contact     bytea not null,
  grounds     text not null check (length(grounds) between 10 and 4000),
  file        uuid references file.stored,
  received_at timestamptz not null,
  due_on      date not null,
  state       text not null check (state in ('RECEIVED', 'REJECTED', 'UPHELD')),
  reply       text not null default '',
  decided_by  uuid references access.person,
  decided_at  timestamptz,
  constraint an_answered_objection_has_a_reply check ((state = 'RECEIVED') or (length(reply) > 0 and decided_by is not null))
);
create index objection_by_notice on notice.objection (notice);
create index objection_open on notice.objection (due_on) where state = 'RECEIVED';
comment on column notice.objection.objector is 'Sealed: the real name, kept secret from the party objected to.';
comment on column notice.objection.contact is 'Sealed.';

-- Nothing is granted before its public notice has ended unchallenged, whoever asks.
create function casework.demand_ended_notice() returns trigger language plpgsql as $$
begin
  if new.outcome = 'GRANTED' and not exists (
       select 1 from notice.notice where case_file = new.case_file and state = 'ENDED') then
    raise exception 'case % cannot be granted: its public notice has not ended unchallenged', new.case_file;
  end if;
  if new.outcome = 'GRANTED' and exists (
       select 1 from notice.objection o join notice.notice n on n.id = o.notice
        where n.case_file = new.case_file and o.state = 'RECEIVED') then
    raise exception 'case % cannot be granted: an objection is unanswered', new.case_file;
  end if;
  return new;
end $$;

create trigger nothing_is_granted_before_its_notice_ends before insert on casework.decision
  for each row execute function casework.demand_ended_notice();
