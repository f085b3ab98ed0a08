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
    select 1 from bank.answer a
     where a.payment = new.id and a.came = 'ARRIVED_AFTER_ALL' and a.cleared_as = 'ARRIVED'
       and a.cleared_at >= coalesce((select max(b.decided_at) from payment.bounce b where b.payment = new.id and b.state = 'CONFIRMED'), a.cleared_at)) then
    raise exception 'nobody has cleared with the bank that this payment arrived' using errcode = 'check_violation', constraint = 'what_bounced_arrives_only_by_two';
  end if;
  return new;
end $$;
create trigger what_bounced_arrives_only_by_two before update on payment.payment
  for each row when (old.state = 'BOUNCED' and new.state = 'ARRIVED') execute function payment.demand_clearing();
