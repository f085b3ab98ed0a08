-- Cases for every programme that pays: about anybody, for one occasion each, handled by the office that the programme names.
alter table casework.case_file drop constraint case_file_space_fkey;
alter table casework.case_file add constraint a_case_is_of_a_subject foreign key (space) references registry.subject;
alter table casework.case_file drop constraint case_file_step_check;
alter table casework.case_file add constraint a_known_step check (step in ('DRAFT', 'ACCEPTANCE', 'CORRECTION', 'TRAINING', 'CREDIT', 'LOAN',
  'REVIEW', 'SITE_VISIT', 'CITY_REVIEW', 'EXPERT_SCORING', 'MEETING', 'NOTICE', 'DECISION', 'GRANTED', 'REFUSED', 'WITHDRAWN'));
alter table casework.case_file drop constraint case_file_holder_check;
alter table casework.case_file add constraint a_known_holder check (holder in ('OPERATOR', 'COUNTY_OFFICER', 'CITY_OFFICER', 'CITY_DECIDER', 'EXPERT',
  'LABOUR_OFFICER', 'EDUCATION_OFFICER', 'INVESTOR'));
alter table casework.case_file add column matter text not null default '' check (length(matter) <= 80);
alter table casework.case_file add column occasion text not null default '' check (length(occasion) <= 200);
comment on column casework.case_file.matter is 'What the case is about among others of its programme: an event, a higher award, a year. Empty where there is one for all.';
drop index casework.one_open_case_per_space_and_programme;
create unique index one_open_case_per_matter on casework.case_file (space, programme, matter) where holder is not null;
create index case_by_subject on casework.case_file (space, programme);

alter table casework.fact drop constraint fact_source_check;
alter table casework.fact add check (source in ('DECLARED', 'VERIFIED', 'REGISTERED'));

-- The costs an applicant claims, by invoice: each invoice once in the whole city.
create table casework.invoice (
  id        uuid primary key,
  case_file uuid not null references casework.case_file,
  kind      text not null,
  seller    text not null check (length(seller) between 2 and 80),
  number    text not null check (number ~ '^[0-9A-Z]{6,24}$'),
  day       date not null,
  fen       bigint not null check (fen > 0),
  live      boolean not null default false,
  added_at  timestamptz not null
);
create unique index each_invoice_once on casework.invoice (number) where live;
create unique index each_invoice_once_in_a_case on casework.invoice (case_file, number);
comment on column casework.invoice.live is 'From filing on, until the case is refused or withdrawn.';

alter table casework.decision add column fen bigint check (fen >= 0);
alter table casework.decision add column payer text;
comment on column casework.decision.payer is 'The area whose treasury pays.';

-- What a public notice shows of money: the amount, and on what it is.
alter table notice.notice alter column opened_on drop not null;
alter table notice.notice add column fen bigint check (fen >= 0);
alter table notice.notice add column occasion text not null default '';
alter table notice.notice add column done text not null default '受理、审核推荐、现场核查、形式审查、专家评审、会议审定';

create schema award;

-- Awards from province and state, and prizes: the ground of matches and of science projects.
create table award.higher_award (
  id          uuid primary key,
  document    text not null check (length(document) between 4 and 60),
  level       text not null check (level in ('province', 'state')),
  title       text not null check (length(title) between 2 and 80),
  subject     uuid not null references registry.subject,
  fen         bigint not null check (fen > 0),
  granted_on  date not null,
  received    bigint not null default 0 check (received >= 0 and received <= fen),
  received_on date,
  proof       text not null default '',
  state       text not null default 'STANDING' check (state in ('STANDING', 'WITHDRAWN')),
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  verified_by uuid,
  constraint each_higher_award_once unique (document, subject),
  constraint who_records_does_not_verify check (verified_by <> recorded_by),
  constraint received_wholly_or_not check ((received > 0) = (received_on is not null) and (received = 0 or length(proof) >= 2))
);
create index higher_award_by_subject on award.higher_award (subject);

create table award.prize (
  id          uuid primary key,
  competition text not null check (length(competition) between 2 and 80),
  level       text not null check (level in ('state', 'province', 'city', 'lower')),
  rank        int not null check (rank between 1 and 20),
  subject     uuid not null references registry.subject,
  awarded_on  date not null,
  document    text not null check (length(document) between 4 and 60),
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  constraint each_prize_once unique (document, competition, subject)
);
create index prize_by_subject on award.prize (subject);

create table award.event (
  id            uuid primary key,
  space         uuid not null references registry.space,
  name          text not null check (length(name) between 2 and 80),
  reach         text not null check (reach in ('REGIONAL', 'NATIONAL', 'INTERNATIONAL')),
  held_on       date not null,
  budget        bigint not null check (budget > 0),
  registered_on date not null,
  registered_by uuid not null,
  registered_at timestamptz not null,
  constraint an_event_once unique (space, name, held_on)
);

-- What a decision promises in money.
create table award.award (
  id           uuid primary key,
  case_file    uuid not null unique references casework.decision,
  number       text not null,
  programme    text not null,
  clause       text not null,
  edition      text not null,
  payer        text not null,
  year         int not null,
  subject      uuid not null references registry.subject,
  name         text not null,
  organisation uuid not null references access.organisation,
  area         text not null,
  matter       text not null,
  occasion     text not null,
  computed     bigint not null check (computed > 0),
  fen          bigint not null check (fen > 0 and fen <= computed),
  given_up     text not null default '',
  higher       uuid unique references award.higher_award,
  decided_on   date not null,
  document     text not null,
  due_on       date not null,
  constraint less_is_explained check (fen = computed or length(given_up) > 0)
);
create unique index one_award_per_matter on award.award (programme, subject, matter);
create index award_by_organisation on award.award (organisation, decided_on desc);
create index award_by_subject on award.award (subject, year);
create index award_by_day on award.award (decided_on desc, id desc);
create index award_by_payer on award.award (payer, year, programme);

create function award.demand_decision() returns trigger language plpgsql as $$
begin
  if not exists (select 1 from casework.decision where case_file = new.case_file and outcome = 'GRANTED' and fen = new.fen and payer = new.payer) then
    raise exception 'award % rests on no decision of that amount', new.id using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger an_award_rests_on_a_decision before insert on award.award for each row execute function award.demand_decision();
create trigger awards_are_never_changed before update or delete or truncate on award.award
  for each statement execute function audit.refuse_change();

alter table ledger.posting add constraint money_moves_for_an_award foreign key (award) references award.award;

-- A match commits no more than what has arrived from above: both move in one posting.
create function award.demand_match() returns trigger language plpgsql as $$
begin
  if exists (
    select 1 from fresh f join ledger.posting p on p.id = f.posting and p.act = 'COMMITTED' join award.award w on w.id = p.award and w.higher is not null
      join ledger.account a on a.id = f.account
     group by f.posting, w.higher
    having coalesce(sum(f.fen) filter (where a.kind = 'COMMITTED'), 0) <> coalesce(sum(f.fen) filter (where a.kind = 'MATCHED' and a.matter = w.higher::text), 0)) then
    raise exception 'a match takes up room that a receipt has made' using errcode = 'check_violation', constraint = 'matching_never_exceeds_receipts';
  end if;
  return null;
end $$;
create trigger matching_never_exceeds_receipts after insert on ledger.entry referencing new table as fresh
  for each statement execute function award.demand_match();

-- In how many parts an award is paid, and what must have happened before each.
create table award.instalment (
  award     uuid not null references award.award,
  seq       int not null,
  fen       bigint not null check (fen > 0),
  due_on    date not null,
  milestone text not null default '' check (length(milestone) <= 200),
  met_on    date,
  met_by    uuid,
  primary key (award, seq),
  constraint met_wholly_or_not check (num_nonnulls(met_on, met_by) in (0, 2))
);

create table award.project (
  id          uuid primary key,
  case_file   uuid not null unique references casework.decision,
  arranged_by text not null,
  subject     uuid not null references registry.subject,
  name        text not null,
  title       text not null,
  document    text not null,
  decided_on  date not null
);

-- What the money was spent on: for running the space and nothing else (五(二)-5).
create table award.spending (
  id          uuid primary key,
  award       uuid not null references award.award,
  item        text not null check (item in ('RENT', 'BROADBAND', 'SOFTWARE', 'TOOLS', 'EQUIPMENT', 'EVENTS', 'STAFF', 'UTILITIES')),
  day         date not null,
  voucher     text not null check (voucher ~ '^[0-9A-Z]{4,24}$'),
  fen         bigint not null check (fen > 0),
  note        text not null default '' check (length(note) <= 200),
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  voided_at   timestamptz
);
create unique index each_voucher_once on award.spending (voucher) where voided_at is null;
create index spending_by_award on award.spending (award, day, id) where voided_at is null;
create function award.demand_money() returns trigger language plpgsql as $$
begin
  perform 1 from award.award where id = new.award for update;
  if (select coalesce(sum(fen), 0) from award.spending where award = new.award and voided_at is null) >
     (select coalesce(sum(b.fen), 0) from ledger.account a join ledger.balance b on b.account = a.id where a.matter = new.award::text and a.kind = 'PAID') then
    raise exception 'more would be spent than was paid' using errcode = 'check_violation', constraint = 'nothing_is_spent_before_it_is_paid';
  end if;
  return null;
end $$;
create trigger nothing_is_spent_before_it_is_paid after insert on award.spending for each row execute function award.demand_money();
