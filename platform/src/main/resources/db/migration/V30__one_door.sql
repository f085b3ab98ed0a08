-- Each module owns one schema. What other modules read of it stands in views whose names begin with public_; a view lists its columns.
-- SchemaTests refuses any other way.

-- Tables that lay in the schema of a module beside their own. Indexes, rules, triggers and rights move with them.
create schema review;
alter table casework.visit set schema review;
alter table casework.ballot set schema review;
alter table casework.meeting set schema review;
create schema filing;
alter table casework.invoice set schema filing;
create schema decision;
alter table casework.decision set schema decision;
create schema figure;
alter table evidence.statement set schema figure;
alter table evidence.restatement set schema figure;
create schema administration;
alter table access.proposal set schema administration;
alter table throttle.bucket set schema access;
drop schema throttle;

-- Words are cut the same way by registers and cases; the registers stand below.
alter function casework.words(text) set schema registry;
alter function registry.words(text) rename to public_words;
comment on function registry.public_words(text) is 'Pairs of neighbouring Chinese characters, and Latin words: what a search looks for.';

alter function access.holds_office(uuid, text[], text) rename to public_holds_office;

-- People.
create view access.public_person as
  select id, login, name, disabled_at, password is not null as password_set from access.person;
comment on view access.public_person is 'Accounts by name and login; of a password only whether there is one.';
create view access.public_organisation as
  select id, name, credit_code, area from access.organisation;
comment on view access.public_organisation is 'Organisations that people act for.';
create view access.public_appointment as
  select person, role, area, organisation, since, until from access.appointment;
comment on view access.public_appointment is 'Who holds or held which role, where, and for whom.';
create view identity.public_link as
  select person, expires_at, used_at from identity.link;
comment on view identity.public_link is 'Links by which somebody sets a password; nothing of their secrets.';
create view identity.public_authenticator as
  select person, since from identity.authenticator;
comment on view identity.public_authenticator is 'Who proves who they are with an authenticator; nothing of its secret.';
create view identity.public_passkey as
  select e.name as login from public.user_entities e join public.user_credentials c on c.user_entity_user_id = e.id;
comment on view identity.public_passkey is 'Who proves who they are with a passkey, a row for each; nothing of the keys.';

-- Files and registers.
create view file.public_stored as
  select id, sha256, name, bytes from file.stored;
comment on view file.public_stored is 'Files that people handed in: what they called them, and what they hold by its hash.';
create view registry.public_subject as
  select id, kind, name, area, code, account, founded_on, traits, listed, merged_into, version, words, sought from registry.subject;
comment on view registry.public_subject is 'Whoever and whatever the city knows, also what is not listed; nothing by which people are recognised.';
create view registry.public_space as
  select id, operator, name, area, address, opened_on from registry.space;
comment on view registry.public_space is 'Makerspaces with who runs them, where, and since when.';
create view registry.public_fact as
  select id, subject, fact, value, as_of, until from registry.fact;
comment on view registry.public_fact is 'What is known of a subject and for which time; of several findings the last counts.';
create view registry.public_relation as
  select id, kind, source, target, since, until, amount, basis from registry.relation;
comment on view registry.public_relation is 'What became of what, what belongs to what.';
create view registry.public_tie as
  select person, subject, kind, until from registry.tie;
comment on view registry.public_tie is 'Who has to do with whom, for recusal.';
create view evidence.public_entry as
  select id, space, kind, day, until, term, subject, party, class, amount, quantity, number, replaces, voided_at,
         void_reason = 'ENDED' as ended
    from evidence.entry;
comment on view evidence.public_entry is 'What operators wrote down, row by row, also what was voided since: whoever counts leaves that out.';

-- Cases.
create view casework.public_case_file as
  select id, number, programme, edition, space, space_name, operator, operator_name, area, step, holder, version, proposal, filed_on,
         step_since, due_on, due_provisional, days_left, assignee, matter, occasion, words
    from casework.case_file;
comment on view casework.public_case_file is 'Cases as they stand, drafts too.';
create view casework.public_fact as
  select case_file, fact, value, source from casework.fact;
comment on view casework.public_fact is 'The facts that a case was filed with.';
create view casework.public_attachment as
  select case_file, evidence, file from casework.attachment;
comment on view casework.public_attachment is 'Which files prove what in a case.';
create view casework.public_event as
  select case_file, person, act from casework.event;
comment on view casework.public_event is 'Who did what on a case.';
create view filing.public_invoice as
  select id, case_file, seller, number, day, fen, live from filing.invoice;
comment on view filing.public_invoice is 'Invoices by which applicants claim costs; they count while they are live.';
create view review.public_ballot as
  select case_file, expert, state from review.ballot;
comment on view review.public_ballot is 'Which experts were drawn for a case; nothing of how they voted.';
create view decision.public_decision as
  select case_file, outcome, fen, payer from decision.decision;
comment on view decision.public_decision is 'What was decided on a case, and the money that was promised.';
create view notice.public_notice as
  select id, case_file, state from notice.notice;
comment on view notice.public_notice is 'How far the public notice of a case has come.';
create view notice.public_objection as
  select notice, state from notice.objection;
comment on view notice.public_objection is 'Whether an objection to a notice was answered; nothing of who objected or why.';

-- Money.
create view ledger.public_account as
  select id, kind, programme, matter from ledger.account;
comment on view ledger.public_account is 'Accounts of the books with what they are for.';
create view ledger.public_balance as
  select account, fen from ledger.balance;
comment on view ledger.public_balance is 'What stands on an account; of one that is held in several rows, the rows add up.';
create view ledger.public_posting as
  select id, key, act, award from ledger.posting;
comment on view ledger.public_posting is 'Which movements of money were made, by the key that makes each one once.';
create view award.public_award as
  select id, case_file, number, programme, payer, year, subject, name, organisation, area, fen from award.award;
comment on view award.public_award is 'What decisions promise in money, to whom, and which treasury pays.';
create view award.public_instalment as
  select award, seq, fen, milestone, met_on from award.instalment;
comment on view award.public_instalment is 'The parts in which an award is paid, and what has to happen before.';
create view payment.public_bank_account as
  select organisation, fingerprint, tail, state from payment.bank_account;
comment on view payment.public_bank_account is 'Whether two organisations have one bank account: by a mark and the last digits, never by the number.';

-- Grants.
create view recognition.public_recognised_space as
  select code, space, name, kind, area, operator, recognised_on, status from recognition.recognised_space;
comment on view recognition.public_recognised_space is 'Recognised makerspaces and where their recognition stands.';
create view assessment.public_grade as
  select e.space, r.year, r.document, e.grade, e.guidance from assessment.entry e join assessment.round r on r.id = e.round where r.state = 'PUBLISHED';
comment on view assessment.public_grade is 'Grades of the rounds that are published, and of no other.';

-- A row of evidence is never rewritten, says evidence; that a closed year stays closed, says figure, which closes it.
create function figure.is_frozen(which_space uuid, first_day date, last_day date) returns boolean language sql stable as $$
  select exists (
    select 1 from figure.statement s
     where s.space = which_space
       and case when s.year between 1949 and 2200
                then daterange(first_day, last_day, '[]') && daterange(make_date(s.year, 1, 1), make_date(s.year, 12, 31), '[]')
                else false end
       and not exists (select 1 from figure.restatement r where r.space = s.space and r.year = s.year and r.closed_at is null))
$$;
comment on function figure.is_frozen is 'Whether a row would change a figure of a closed year: its day lies there, or its term reaches into it.';

create function figure.keep_frozen() returns trigger language plpgsql as $$
begin
  -- Ending an open term changes only the days after its new end.
  if tg_op = 'UPDATE' and new.void_reason = 'ENDED' then
    return new;
  end if;
  if tg_op = 'INSERT' and new.replaces is not null
     and (select e.ended and e.day = new.day and e.until is null from evidence.public_entry e where e.id = new.replaces) then
    if figure.is_frozen(new.space, new.until + 1, new.until + 1) and new.until is not null then
      raise exception 'the year is closed' using errcode = 'ZC001';
    end if;
    return new;
  end if;
  if figure.is_frozen(new.space, new.day, coalesce(new.until, new.day)) then
    raise exception 'the year is closed' using errcode = 'ZC001';
  end if;
  return new;
end $$;

create function evidence.keep_rows() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'evidence is voided, never deleted';
  end if;
  if (to_jsonb(new) - array['voided_at', 'voided_by', 'void_reason', 'term']) <> (to_jsonb(old) - array['voided_at', 'voided_by', 'void_reason', 'term']) then
    raise exception 'evidence is never overwritten';
  end if;
  if old.voided_at is not null and new.voided_at is null then
    raise exception 'what was voided stays voided';
  end if;
  return new;
end $$;

drop trigger closed_years_stay_closed on evidence.entry;
drop function evidence.keep_frozen();
drop function evidence.is_frozen(uuid, date, date);
-- Triggers of one row go by their names: first what a row may be, then when.
create trigger a_row_is_never_overwritten before update or delete on evidence.entry
  for each row execute function evidence.keep_rows();
create trigger closed_years_stay_closed before insert or update on evidence.entry
  for each row execute function figure.keep_frozen();

-- The functions that looked into tables of others look at their views.
alter function casework.demand_ended_notice() set schema decision;
create or replace function decision.demand_ended_notice() returns trigger language plpgsql as $$
begin
  if new.outcome = 'GRANTED' and not exists (
       select 1 from notice.public_notice where case_file = new.case_file and state = 'ENDED') then
    raise exception 'case % cannot be granted: its public notice has not ended unchallenged', new.case_file;
  end if;
  if new.outcome = 'GRANTED' and exists (
       select 1 from notice.public_objection o join notice.public_notice n on n.id = o.notice
        where n.case_file = new.case_file and o.state = 'RECEIVED') then
    raise exception 'case % cannot be granted: an objection is unanswered', new.case_file;
  end if;
  return new;
end $$;

create or replace function award.demand_decision() returns trigger language plpgsql as $$
begin
  if not exists (select 1 from decision.public_decision where case_file = new.case_file and outcome = 'GRANTED' and fen = new.fen and payer = new.payer) then
    raise exception 'award % rests on no decision of that amount', new.id using errcode = 'check_violation';
  end if;
  return new;
end $$;

create or replace function award.demand_match() returns trigger language plpgsql as $$
begin
  if exists (
    select 1 from fresh f join ledger.public_posting p on p.id = f.posting and p.act = 'COMMITTED' join award.award w on w.id = p.award and w.higher is not null
      join ledger.public_account a on a.id = f.account
     group by f.posting, w.higher
    having coalesce(sum(f.fen) filter (where a.kind = 'COMMITTED'), 0) <> coalesce(sum(f.fen) filter (where a.kind = 'MATCHED' and a.matter = w.higher::text), 0)) then
    raise exception 'a match takes up room that a receipt has made' using errcode = 'check_violation', constraint = 'matching_never_exceeds_receipts';
  end if;
  return null;
end $$;

create or replace function award.demand_money() returns trigger language plpgsql
  security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform 1 from award.award where id = new.award for update;
  if (select coalesce(sum(fen), 0) from award.spending where award = new.award and voided_at is null) >
     (select coalesce(sum(b.fen), 0) from ledger.public_account a join ledger.public_balance b on b.account = a.id
       where a.matter = new.award::text and a.kind = 'PAID') then
    raise exception 'more would be spent than was paid' using errcode = 'check_violation', constraint = 'nothing_is_spent_before_it_is_paid';
  end if;
  return null;
end $$;

create or replace function award.recorded_by_the_office_in_charge() returns trigger language plpgsql as $$
begin
  if not access.public_holds_office(new.recorded_by, array['COUNTY_OFFICER', 'CITY_OFFICER'],
       (select s.area from registry.public_subject s where s.id = new.subject)) then
    raise exception using errcode = 'check_violation', constraint = 'a_ground_is_recorded_by_the_office_in_charge',
      message = 'awards from above and prizes are recorded by the office of the county or of the city';
  end if;
  return new;
end $$;

create or replace function award.verified_by_the_office_in_charge() returns trigger language plpgsql as $$
begin
  if not access.public_holds_office(new.verified_by, array['FINANCE_OFFICER', 'CITY_OFFICER'],
       (select s.area from registry.public_subject s where s.id = new.subject)) then
    raise exception using errcode = 'check_violation', constraint = 'a_receipt_is_verified_by_the_office_in_charge',
      message = 'what arrived from above is verified by the treasury of the county or by the city';
  end if;
  return new;
end $$;

create or replace function payment.confirmed_by_the_treasury_in_charge() returns trigger language plpgsql as $$
begin
  if not access.public_holds_office(new.confirmed_by, array['FINANCE_OFFICER'],
       (select o.area from access.public_organisation o where o.id = new.organisation)) then
    raise exception using errcode = 'check_violation', constraint = 'an_account_is_confirmed_by_the_treasury_in_charge',
      message = 'a bank account is confirmed by the treasury of its county or of the city';
  end if;
  return new;
end $$;

create or replace function payment.demand_decision() returns trigger language plpgsql as $$
begin
  if not exists (
    select 1 from award.public_award w join decision.public_decision d on d.case_file = w.case_file and d.outcome = 'GRANTED'
      join notice.public_notice n on n.case_file = w.case_file and n.state = 'ENDED'
      join award.public_instalment i on i.award = w.id and i.seq = new.instalment and i.fen >= new.fen and (i.milestone = '' or i.met_on is not null)
     where w.id = new.award) then
    raise exception 'no payment without a decision whose notice ended, and an instalment that is ripe' using errcode = 'check_violation';
  end if;
  return new;
end $$;
