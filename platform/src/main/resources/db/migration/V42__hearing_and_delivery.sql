-- Before a refusal the applicant is told its reasons and may answer (陈述、申辩); afterwards the decision is delivered
-- (送达), and the time for review and court runs from that day.
create table decision.hearing (
  case_file uuid primary key references casework.case_file,
  reasons   jsonb not null,
  told_on   date not null,
  told_by   uuid not null references access.person,
  until     date not null,
  statement text,
  stated_on date,
  constraint a_hearing_lasts check (until >= told_on),
  constraint a_hearing_has_reasons check (jsonb_array_length(reasons) > 0),
  constraint a_statement_has_its_day check ((statement is null) = (stated_on is null))
);
comment on table decision.hearing is 'What a refusal is to rest on, told to the applicant beforehand, and what they say to it.';

create table decision.delivery (
  case_file    uuid primary key references decision.decision,
  way          text not null,
  delivered_on date not null,
  noted_by     uuid not null references access.person,
  note         text not null default '',
  noted_at     timestamptz not null,
  constraint a_delivery_has_a_known_way check (way in ('OPENED', 'HANDED', 'POSTED')),
  constraint a_paper_delivery_says_how check (way = 'OPENED' or length(note) between 2 and 200)
);
comment on table decision.delivery is 'When and how a decision reached the applicant.';

create function decision.demand_hearing() returns trigger language plpgsql as $$
begin
  if new.outcome = 'REFUSED' and not exists (
       select 1 from decision.hearing h
        where h.case_file = new.case_file and h.reasons = new.reasons
          and (h.stated_on is not null or h.until < new.decided_on)) then
    raise exception using errcode = 'check_violation', constraint = 'a_refusal_follows_a_hearing',
      message = 'nothing is refused before the applicant was told why and could answer';
  end if;
  return new;
end $$;
create trigger a_refusal_follows_a_hearing before insert on decision.decision
  for each row execute function decision.demand_hearing();

-- An application that is withdrawn while its notice runs takes the notice with it.
do $$
declare name text;
begin
  select conname into name from pg_constraint
   where conrelid = 'notice.notice'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%OPEN%PAUSED%ENDED%UPHELD%';
  execute format('alter table notice.notice drop constraint %I', name);
end $$;
alter table notice.notice add constraint a_notice_has_a_known_state
  check (state in ('OPEN', 'PAUSED', 'ENDED', 'UPHELD', 'WITHDRAWN'));
