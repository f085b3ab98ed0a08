-- What the bank said both ways is settled by another person than whoever read it or made the batch: it bounced after all, or it
-- arrived after all. So far whatever was cleared was said to have bounced.
alter table bank.answer add column cleared_as text;
alter table bank.answer disable trigger answers_are_never_rewritten;
update bank.answer set cleared_as = 'BOUNCED' where cleared_by is not null;
alter table bank.answer enable trigger answers_are_never_rewritten;
alter table bank.answer drop constraint an_answer_is_cleared_by_somebody_with_a_reason;
alter table bank.answer
  add constraint an_answer_is_cleared_by_somebody_with_a_reason check (num_nonnulls(cleared_by, cleared_at, cleared_why, cleared_as) in (0, 4)),
  add constraint an_answer_is_cleared_as_bounced_or_arrived check (cleared_as in ('BOUNCED', 'ARRIVED'));
create index answer_by_file_of_batch on bank.answer (batch, read_at desc, file) where line = 1;

create view bank.public_answer as
  select payment, came, read_by, read_at, cleared_by, cleared_at, cleared_as from bank.answer;
comment on view bank.public_answer is 'What a bank has said of a payment, and whether somebody has cleared up what contradicts it.';

create function payment.keep_clearing_apart() returns trigger language plpgsql
  security definer set search_path = pg_catalog, pg_temp as $$
begin
  if exists (select 1 from payment.batch b where b.id = new.batch and b.made_by = new.cleared_by) then
    raise exception 'who made the batch does not clear what the bank said of it' using errcode = 'check_violation', constraint = 'who_makes_a_batch_clears_no_answer';
  end if;
  return new;
end $$;
create trigger who_makes_a_batch_clears_no_answer before update on bank.answer
  for each row when (new.cleared_by is not null) execute function payment.keep_clearing_apart();

-- A payment that was to replace one that had arrived after all is withdrawn from the queue.
alter table payment.payment drop constraint payment_state_check;
alter table payment.payment add constraint a_payment_has_a_state
  check (state in ('QUEUED', 'BATCHED', 'SENT', 'ARRIVED', 'BOUNCED', 'OFFSET', 'WITHDRAWN'));
alter table payment.payment drop constraint sent_with_account_and_batch;
alter table payment.payment add constraint sent_with_account_and_batch
  check (state in ('QUEUED', 'OFFSET', 'WITHDRAWN') or (account is not null and batch is not null));
drop index payment.one_living_payment_per_instalment;
create unique index one_living_payment_per_instalment on payment.payment (award, instalment) where state not in ('BOUNCED', 'WITHDRAWN');

create or replace function payment.keep_sent() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or (old.award, old.instalment, old.attempt, old.fen) is distinct from (new.award, new.instalment, new.attempt, new.fen)
     or (old.state in ('SENT', 'ARRIVED', 'BOUNCED') and (old.account, old.batch) is distinct from (new.account, new.batch))
     or (old.state = 'BOUNCED' and new.state not in ('BOUNCED', 'ARRIVED')) or (old.state = 'ARRIVED' and new.state not in ('ARRIVED', 'BOUNCED'))
     or (new.state = 'WITHDRAWN' and old.state <> 'QUEUED') or old.state in ('OFFSET', 'WITHDRAWN') then
    raise exception 'a payment is never rewritten' using errcode = 'check_violation';
  end if;
  return new;
end $$;

create function payment.demand_clearing() returns trigger language plpgsql
  security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (
    select 1 from bank.public_answer a
     where a.payment = new.id and a.came = 'ARRIVED_AFTER_ALL' and a.cleared_as = 'ARRIVED'
       and a.cleared_at >= coalesce((select max(b.decided_at) from payment.bounce b where b.payment = new.id and b.state = 'CONFIRMED'), a.cleared_at)) then
    raise exception 'nobody has cleared with the bank that this payment arrived' using errcode = 'check_violation', constraint = 'what_bounced_arrives_only_by_two';
  end if;
  return new;
end $$;
create trigger what_bounced_arrives_only_by_two before update on payment.payment
  for each row when (old.state = 'BOUNCED' and new.state = 'ARRIVED') execute function payment.demand_clearing();

-- All that is stopped on its way to whom it was promised, a line for each reason, with who may not put it right themselves.
create view payment.public_stopped as
  select h.ground why, h.award, a.payment,
         (select coalesce(sum(i.fen), 0)::bigint from award.public_instalment i
           where i.award = h.award and not exists (
             select 1 from payment.payment p where p.award = i.award and p.instalment = i.seq and p.state in ('ARRIVED', 'OFFSET'))) fen,
         h.since, h.reason detail, a.batch, coalesce(a.not_by, '{}') not_by, null::date until
    from payment.hold h
    left join lateral (
      select max(p.id::text)::uuid payment, max(p.batch::text)::uuid batch, array_agg(x.read_by) || array_agg(b.made_by) not_by
        from payment.payment p join payment.batch b on b.id = p.batch
        join bank.public_answer x on x.payment = p.id and x.came = 'ARRIVED_AFTER_ALL' and x.cleared_by is null
       where p.award = h.award and h.ground = 'BANK') a on true
  union all
  select 'BOUNCE_SAID', p.award, p.id, p.fen, (n.proposed_at at time zone 'Asia/Shanghai')::date, n.reason, p.batch, array[n.proposed_by, b.made_by], null
    from payment.bounce n join payment.payment p on p.id = n.payment join payment.batch b on b.id = p.batch
   where n.state = 'PROPOSED'
  union all
  select case when exists (select 1 from payment.bank_account k where k.organisation = w.organisation and k.state = 'ENTERED')
              then 'NEW_ACCOUNT_TO_CONFIRM' else 'NEW_ACCOUNT_NEEDED' end,
         p.award, p.id, p.fen, p.settled_on, p.reason, p.batch, '{}', null
    from payment.payment p join award.public_award w on w.id = p.award
   where p.state = 'BOUNCED'
     and not exists (select 1 from payment.payment n where n.award = p.award and n.instalment = p.instalment
                        and ((n.attempt > p.attempt and n.state = 'BOUNCED') or n.state not in ('BOUNCED', 'WITHDRAWN')))
     and not exists (select 1 from payment.bank_account k where k.organisation = w.organisation and k.state = 'CONFIRMED' and k.id <> p.account)
  union all
  select case when e.id is not null then 'ACCOUNT_TO_CONFIRM' when k.id is not null then 'ACCOUNT_COOLING' else 'ACCOUNT_NEEDED' end,
         p.award, p.id, p.fen, (p.queued_at at time zone 'Asia/Shanghai')::date, '', null, '{}', k.usable_from
    from payment.payment p join award.public_award w on w.id = p.award
    left join payment.bank_account k on k.organisation = w.organisation and k.state = 'CONFIRMED'
    left join payment.bank_account e on e.organisation = w.organisation and e.state = 'ENTERED'
   where p.state = 'QUEUED'
  union all
  select 'LEFT_OUT', p.award, p.id, p.fen, (b.made_at at time zone 'Asia/Shanghai')::date, b.number, b.id, '{}', null
    from payment.payment p join award.public_award w on w.id = p.award
    join payment.bank_account k on k.organisation = w.organisation and k.state = 'CONFIRMED'
    join lateral (
      select t.id, t.number, t.made_at from payment.batch t
       where t.payer = w.payer and t.state <> 'DROPPED' and t.made_at > p.queued_at and t.made_at >= k.usable_from
         and not exists (select 1 from payment.batch_line l where l.batch = t.id and l.payment = p.id)
       order by t.made_at desc limit 1) b on true
   where p.state = 'QUEUED' and not exists (select 1 from payment.hold h where h.award = p.award)
     and not exists (select 1 from payment.bank_account e where e.organisation = w.organisation and e.state = 'ENTERED')
  union all
  select 'ANSWER', p.award, p.id, p.fen, (min(x.read_at) at time zone 'Asia/Shanghai')::date, '', p.batch, '{}', null
    from payment.payment p join bank.public_answer x on x.payment = p.id and x.came in ('BOTH', 'OTHER_SUM')
   where p.state = 'SENT' group by p.id;
comment on view payment.public_stopped is 'What keeps promised money from arriving, a line for each reason.';
create index payment_bounced on payment.payment (award, instalment) where state = 'BOUNCED';
create index answer_that_fits_no_payment on bank.answer (payment) where came in ('BOTH', 'OTHER_SUM');

-- The public reads on which day the last of an award arrived.
create or replace view ledger.public_posting as
  select id, key, act, award, day from ledger.posting;

-- Anybody may put the awards in the order of their sums.
create index award_by_sum on award.award (fen desc, id desc);
