-- Several treasuries may pay what one decision promises: the decision says how much each of them pays, and each part of an award has
-- the treasury that pays it. What was decided before has one payer for all.
create table decision.share (
  case_file uuid not null references decision.decision,
  seq       int not null,
  payer     text not null,
  percent   numeric(5, 2) not null,
  fen       bigint not null,
  primary key (case_file, seq),
  constraint a_treasury_has_one_share unique (case_file, payer),
  constraint a_share_is_some_of_a_hundred check (percent > 0 and percent <= 100),
  constraint a_share_is_above_nothing check (fen > 0)
);
comment on table decision.share is 'Which treasuries pay what was granted, and how much each: the leading one first.';
insert into decision.share (case_file, seq, payer, percent, fen)
  select case_file, 1, payer, 100, fen from decision.decision where outcome = 'GRANTED' and fen > 0 and payer is not null;
create trigger shares_are_never_changed before update or delete or truncate on decision.share
  for each statement execute function audit.refuse_change();
create view decision.public_share as
  select case_file, payer, percent, fen from decision.share;
comment on view decision.public_share is 'Which treasuries pay what was granted, and how much each.';

create function decision.demand_shares() returns trigger language plpgsql
  security definer set search_path = pg_catalog, pg_temp as $$
begin
  if coalesce((select sum(fen) from decision.share where case_file = new.case_file), 0)
       is distinct from (select coalesce(fen, 0) from decision.decision where case_file = new.case_file) then
    raise exception 'the shares of decision % do not make what was granted', new.case_file
      using errcode = 'check_violation', constraint = 'the_shares_make_what_was_granted';
  end if;
  if exists (select 1 from decision.decision d join decision.share s on s.case_file = d.case_file and s.seq = 1
              where d.case_file = new.case_file and s.payer <> d.payer) then
    raise exception 'another than the leading payer of decision % comes first', new.case_file
      using errcode = 'check_violation', constraint = 'the_leading_payer_comes_first';
  end if;
  return null;
end $$;
create constraint trigger the_shares_make_what_was_granted after insert on decision.decision
  deferrable initially deferred for each row execute function decision.demand_shares();
create constraint trigger no_share_is_added_later after insert on decision.share
  deferrable initially deferred for each row execute function decision.demand_shares();

alter table award.instalment add column nth int, add column payer text;
update award.instalment i set nth = i.seq, payer = w.payer from award.award w where w.id = i.award;
alter table award.instalment alter column nth set not null, alter column payer set not null,
  add constraint a_treasury_pays_one_part_of_an_instalment unique (award, nth, payer);
comment on column award.instalment.nth is 'Which instalment it is a part of: one that several treasuries pay has a part for each.';
comment on column award.instalment.payer is 'The area whose treasury pays this part.';
create index instalment_by_payer on award.instalment (payer, award);

-- Of a part only changes that what it waits for was met.
create function award.keep_part() returns trigger language plpgsql
  security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'DELETE' or (to_jsonb(new) - array['met_on', 'met_by']) <> (to_jsonb(old) - array['met_on', 'met_by']) then
    raise exception 'a part of an award is never rewritten' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger parts_are_never_rewritten before update or delete on award.instalment
  for each row execute function award.keep_part();
create trigger parts_are_never_truncated before truncate on award.instalment
  for each statement execute function audit.refuse_change();

create function award.demand_treasury() returns trigger language plpgsql
  security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select 1 from award.award w where w.id = new.award and new.payer in (w.area, access.public_whole_city())) then
    raise exception 'no treasury of % pays for award %', new.payer, new.award
      using errcode = 'check_violation', constraint = 'a_part_is_paid_by_the_city_or_the_county_of_the_seat';
  end if;
  return new;
end $$;
create function access.public_whole_city() returns text language sql stable
  security definer set search_path = pg_catalog, pg_temp as $$ select area from access.whole_city $$;
comment on function access.public_whole_city is 'The code of the whole city.';
create trigger a_part_is_paid_by_the_city_or_the_county_of_the_seat before insert on award.instalment
  for each row execute function award.demand_treasury();

create function award.demand_parts() returns trigger language plpgsql
  security definer set search_path = pg_catalog, pg_temp as $$
declare
  which uuid := case tg_table_name when 'award' then to_jsonb(new) ->> 'id' else to_jsonb(new) ->> 'award' end;
begin
  if (select w.fen from award.award w where w.id = which) is distinct from (select sum(i.fen) from award.instalment i where i.award = which) then
    raise exception 'the parts of award % do not make its sum', which
      using errcode = 'check_violation', constraint = 'the_parts_make_the_award';
  end if;
  if exists (
    select 1 from (select i.payer, sum(i.fen) fen from award.instalment i where i.award = which group by i.payer) p
      full join (select s.payer, s.fen from decision.public_share s join award.award w on w.case_file = s.case_file where w.id = which) d
        on d.payer = p.payer
     where p.fen is distinct from d.fen) then
    raise exception 'a treasury pays another share of award % than was decided', which
      using errcode = 'check_violation', constraint = 'each_treasury_pays_the_share_that_was_decided';
  end if;
  return null;
end $$;
create constraint trigger the_parts_make_the_award after insert on award.award
  deferrable initially deferred for each row execute function award.demand_parts();
create constraint trigger no_part_is_added_later after insert on award.instalment
  deferrable initially deferred for each row execute function award.demand_parts();

create or replace view award.public_award as
  select id, case_file, number, programme, payer, year, subject, name, organisation, area, fen, clause, decided_on,
         (select array_agg(distinct i.payer) from award.instalment i where i.award = award.id) payers
    from award.award;
comment on view award.public_award is 'What decisions promise in money, to whom, which treasury leads, and all that pay.';
create or replace view award.public_instalment as
  select award, seq, fen, milestone, met_on, nth, payer from award.instalment;
comment on view award.public_instalment is 'The parts in which an award is paid, by which treasury, and what has to happen before.';
create view award.public_part as
  select i.award, i.seq, i.nth, i.payer, i.fen, w.number, w.name, w.organisation
    from award.instalment i join award.award w on w.id = i.award;
comment on view award.public_part is 'Each part of an award with the treasury that pays it and whom it goes to.';
create or replace view ledger.public_account as
  select id, kind, programme, matter, payer from ledger.account;
comment on view ledger.public_account is 'Accounts of the books with what they are for and whose they are.';

-- A treasury pays its own parts and no others.
create function payment.keep_payers_apart() returns trigger language plpgsql
  security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select 1 from award.public_instalment i join payment.batch b on b.payer = i.payer
                  where i.award = new.award and i.seq = new.instalment and b.id = new.batch) then
    raise exception 'payment % is of another treasury than its batch', new.id
      using errcode = 'check_violation', constraint = 'a_batch_pays_for_one_treasury';
  end if;
  return new;
end $$;
create trigger a_batch_pays_for_one_treasury before insert or update of batch on payment.payment
  for each row when (new.batch is not null) execute function payment.keep_payers_apart();
create trigger batches_stay_with_their_treasury before update on payment.batch
  for each row when (old.payer <> new.payer) execute function audit.refuse_change();
