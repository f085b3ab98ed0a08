-- Calls 申报批次: of a programme whose claims are judged together, the days between which they are taken and where each came to stand.
create schema call;

create table call.call (
  id         uuid primary key,
  programme  text not null check (length(programme) between 1 and 80),
  number     text not null check (number ~ '^[0-9]{4}-[0-9]{1,3}$'),
  opens_on   date not null,
  closes_on  date not null,
  document   text not null check (length(document) between 2 and 60),
  state      text not null check (state in ('OPEN', 'SETTLED', 'WITHDRAWN')),
  opened_by  uuid not null references access.person,
  opened_at  timestamptz not null,
  ended_by   uuid references access.person,
  ended_at   timestamptz,
  constraint a_call_closes_after_it_opens check (closes_on >= opens_on),
  constraint who_ended_a_call_is_known check ((state = 'OPEN') = (ended_by is null) and (ended_by is null) = (ended_at is null)),
  constraint one_call_of_that_number unique (programme, number),
  constraint one_call_at_a_time exclude using gist (programme with =, daterange(opens_on, closes_on, '[]') with &&) where (state <> 'WITHDRAWN')
);
create index call_by_day on call.call (opens_on desc, id);
comment on table call.call is 'Calls for claims that are judged together; a claim is of the call in which it was filed.';
comment on column call.call.document is 'The number of the document that announces it.';

create function call.keep_call() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.state <> 'OPEN' or new.closes_on < old.closes_on
     or (new.id, new.programme, new.number, new.opens_on, new.document, new.opened_by, new.opened_at)
        is distinct from (old.id, old.programme, old.number, old.opens_on, old.document, old.opened_by, old.opened_at) then
    raise exception 'a call may be open longer, and is ended once' using errcode = 'check_violation', constraint = 'an_ended_call_stays';
  end if;
  return new;
end $$;
create trigger calls_stay before update or delete on call.call for each row execute function call.keep_call();

create table call.place (
  call      uuid not null references call.call,
  case_file uuid not null references casework.case_file,
  seq       int not null check (seq > 0),
  asks      numeric(20, 4),
  number    int not null check (number > 0),
  total     numeric(22, 4) not null,
  before    numeric(22, 4) not null,
  place     int not null check (place between 1 and number),
  primary key (call, seq),
  constraint a_claim_has_one_place unique (case_file),
  constraint what_comes_before_is_within_the_total check (before + coalesce(asks, 0) <= total)
);
comment on table call.place is 'Where each claim stood among the others when its call was settled.';
comment on column call.place.seq is 'In which order they came; of equal ones the earlier filed first.';
create trigger places_are_never_changed before update or delete or truncate on call.place
  for each statement execute function audit.refuse_change();

-- No time limit runs while a claim waits for its call.
alter table casework.case_file drop constraint a_filed_open_case_has_a_due_day;
alter table casework.case_file add constraint a_filed_open_case_has_a_due_day
  check (holder is null or step in ('DRAFT', 'MEETING', 'NOTICE', 'DECISION') or due_on is not null);
