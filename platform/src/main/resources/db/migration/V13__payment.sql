-- Paying out and taking back.
create schema payment;

create table payment.bank_account (
  id           uuid primary key,
  organisation uuid not null references access.organisation,
  holder       text not null check (length(holder) between 2 and 80),
  bank         text not null check (length(bank) between 2 and 80),
  sealed       bytea not null,
  fingerprint  text not null,
  tail         text not null check (tail ~ '^[0-9]{4}$'),
  state        text not null check (state in ('ENTERED', 'CONFIRMED', 'REPLACED', 'REFUSED')),
  entered_by   uuid not null,
  entered_at   timestamptz not null,
  confirmed_by uuid,
  confirmed_at timestamptz,
  usable_from  date,
  constraint who_enters_does_not_confirm check (confirmed_by <> entered_by),
  constraint confirmed_wholly_or_not check ((state in ('CONFIRMED', 'REPLACED')) <= (num_nonnulls(confirmed_by, confirmed_at, usable_from) = 3))
);
create unique index one_confirmed_account on payment.bank_account (organisation) where state = 'CONFIRMED';
create unique index one_entered_account on payment.bank_account (organisation) where state = 'ENTERED';
create index account_by_print on payment.bank_account (fingerprint);
comment on column payment.bank_account.sealed is 'The number, encrypted; pages show the last four digits.';

create table payment.batch (
  id        uuid primary key,
  number    text not null unique,
  payer     text not null,
  state     text not null check (state in ('MADE', 'APPROVED', 'SENT', 'SETTLED', 'DROPPED')),
  fen       bigint not null check (fen > 0),
  two       boolean not null,
  made_by   uuid not null,
  made_at   timestamptz not null,
  first_by  uuid,
  first_at  timestamptz,
  second_by uuid,
  second_at timestamptz,
  sent_by   uuid,
  sent_at   timestamptz,
  sha256    text,
  constraint who_makes_does_not_approve check (made_by <> first_by and made_by <> second_by),
  constraint two_approvals_take_two check (first_by <> second_by),
  constraint who_made_or_approved_does_not_pay check (sent_by not in (made_by, first_by) and (second_by is null or sent_by <> second_by)),
  constraint approved_before_sent check (state in ('MADE', 'DROPPED') or (first_by is not null and (not two or second_by is not null))),
  constraint sent_wholly_or_not check ((state in ('SENT', 'SETTLED')) = (sent_by is not null) and num_nonnulls(sent_by, sent_at, sha256) in (0, 3))
);
create index batch_by_payer on payment.batch (payer, made_at desc, id desc);

-- One payment of one instalment; a bounced one is followed by another.
create table payment.payment (
  id         uuid primary key,
  award      uuid not null,
  instalment int not null,
  attempt    int not null check (attempt > 0),
  fen        bigint not null check (fen > 0),
  account    uuid references payment.bank_account,
  batch      uuid references payment.batch,
  state      text not null check (state in ('QUEUED', 'BATCHED', 'SENT', 'ARRIVED', 'BOUNCED', 'OFFSET')),
  queued_at  timestamptz not null,
  settled_on date,
  reason     text not null default '',
  foreign key (award, instalment) references award.instalment,
  constraint each_attempt_once unique (award, instalment, attempt),
  constraint sent_with_account_and_batch check (state in ('QUEUED', 'OFFSET') or (account is not null and batch is not null))
);
create unique index one_living_payment_per_instalment on payment.payment (award, instalment) where state <> 'BOUNCED';
create index payment_by_batch on payment.payment (batch);
create index payment_queued on payment.payment (queued_at, id) where state = 'QUEUED';

create function payment.demand_decision() returns trigger language plpgsql as $$
begin
  if not exists (
    select 1 from award.award w join casework.decision d on d.case_file = w.case_file and d.outcome = 'GRANTED'
      join notice.notice n on n.case_file = w.case_file and n.state = 'ENDED'
      join award.instalment i on i.award = w.id and i.seq = new.instalment and i.fen >= new.fen and (i.milestone = '' or i.met_on is not null)
     where w.id = new.award) then
    raise exception 'no payment without a decision whose notice ended, and an instalment that is ripe' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger no_payment_without_a_decision before insert on payment.payment for each row execute function payment.demand_decision();

create function payment.keep_sent() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or (old.award, old.instalment, old.attempt, old.fen) is distinct from (new.award, new.instalment, new.attempt, new.fen)
     or (old.state in ('SENT', 'ARRIVED', 'BOUNCED') and (old.account, old.batch) is distinct from (new.account, new.batch))
     or (old.state = 'BOUNCED' and new.state <> 'BOUNCED') or (old.state = 'ARRIVED' and new.state not in ('ARRIVED', 'BOUNCED')) or (old.state = 'OFFSET') then
    raise exception 'a payment is never rewritten' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger payments_are_never_rewritten before update or delete on payment.payment for each row execute function payment.keep_sent();

-- Who has been told what by the city, before anybody asked.
create schema offer;
create table offer.offer (
  id          uuid primary key,
  programme   text not null,
  subject     uuid not null references registry.subject,
  matter      text not null,
  occasion    text not null,
  occasion_en text not null,
  fen         bigint not null check (fen > 0),
  facts       jsonb not null,
  source      text not null,
  edition     text not null,
  state       text not null check (state in ('OPEN', 'ACCEPTED', 'DECLINED', 'LAPSED')),
  found_on    date not null,
  answered_by uuid,
  answered_at timestamptz,
  case_file   uuid references casework.case_file,
  constraint one_offer_per_matter unique (programme, subject, matter),
  constraint accepted_is_a_case check ((state = 'ACCEPTED') = (case_file is not null)),
  constraint answered_by_somebody check ((state in ('ACCEPTED', 'DECLINED')) = (answered_by is not null))
);
create index offer_by_subject on offer.offer (subject, state);
create index offer_by_day on offer.offer (found_on desc, id);

-- Money that must come back.
create schema recovery;
create table recovery.claim (
  id           uuid primary key,
  award        uuid not null references award.award,
  fen          bigint not null check (fen > 0),
  ground       text not null check (ground in ('FACTS', 'RULES', 'WITHDRAWN', 'MISUSE', 'DECEPTION')),
  reasons      text not null check (length(reasons) between 10 and 2000),
  recomputed   text not null default '',
  state        text not null check (state in ('PROPOSED', 'DUE', 'APPEALED', 'SETTLED', 'DROPPED')),
  proposed_by  uuid not null,
  proposed_at  timestamptz not null,
  confirmed_by uuid,
  document     text check (length(document) between 2 and 60),
  confirmed_on date,
  due_on       date,
  appeal_until date,
  appeal       text not null default '',
  answer       text not null default '',
  constraint a_second_person_confirms check (confirmed_by <> proposed_by),
  constraint confirmed_wholly_or_not check ((state in ('PROPOSED', 'DROPPED')) or num_nonnulls(confirmed_by, document, confirmed_on, due_on, appeal_until) = 5)
);
create unique index one_open_claim_per_award on recovery.claim (award) where state in ('PROPOSED', 'DUE', 'APPEALED');
create index claim_by_day on recovery.claim (proposed_at desc, id);
create table recovery.plan (
  claim  uuid not null references recovery.claim,
  seq    int not null,
  fen    bigint not null check (fen > 0),
  due_on date not null,
  primary key (claim, seq)
);
create table recovery.ban (
  id      uuid primary key,
  subject uuid not null references registry.subject,
  claim   uuid not null references recovery.claim,
  since   date not null,
  until   date not null check (until > since),
  basis   text not null check (length(basis) between 2 and 200),
  constraint one_ban_per_claim unique (claim)
);
create index ban_by_subject on recovery.ban (subject, until);

-- What does not fit together.
create schema scrutiny;
create table scrutiny.warning (
  id           uuid primary key,
  kind         text not null,
  key          text not null,
  case_file    uuid references casework.case_file,
  evidence     text not null,
  fen          bigint not null default 0 check (fen >= 0),
  found_at     timestamptz not null,
  state        text not null check (state in ('OPEN', 'LOOKED', 'DISMISSED')),
  two          boolean not null,
  first_by     uuid,
  first_reason text,
  second_by    uuid,
  second_reason text,
  constraint each_finding_once unique (kind, key),
  constraint a_second_look_takes_another check (first_by <> second_by),
  constraint dismissed_with_reason check (state <> 'DISMISSED' or (length(first_reason) >= 2 and (not two or length(second_reason) >= 2)))
);
create index warning_by_case on scrutiny.warning (case_file) where state <> 'DISMISSED';
create index warning_by_day on scrutiny.warning (found_at desc, id);

-- Samples an auditor has drawn: anybody can draw them again from the seed.
create table scrutiny.sample (
  id       uuid primary key,
  seed     bigint not null,
  year     int not null,
  size     int not null check (size between 1 and 500),
  universe int not null,
  awards   uuid[] not null,
  drawn_by uuid not null,
  drawn_at timestamptz not null
);
create index sample_by_day on scrutiny.sample (drawn_at desc);
create trigger samples_are_never_changed before update or delete or truncate on scrutiny.sample
  for each statement execute function audit.refuse_change();
