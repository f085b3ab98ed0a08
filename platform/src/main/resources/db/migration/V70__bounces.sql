-- Money that arrived comes back only by two: one says so from the bank's file or by hand, another confirms it who has not
-- made the batch either.
create table payment.bounce (
  id          uuid primary key,
  payment     uuid not null references payment.payment,
  reason      text not null,
  state       text not null,
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  decided_by  uuid,
  decided_at  timestamptz,
  constraint a_bounce_waits_or_is_confirmed_or_refused check (state in ('PROPOSED', 'CONFIRMED', 'REFUSED')),
  constraint the_reason_of_a_bounce_has_2_to_200_characters check (length(reason) between 2 and 200),
  constraint a_bounce_is_decided_by_somebody_on_a_day check (num_nonnulls(decided_by, decided_at) = case state when 'PROPOSED' then 0 else 2 end),
  constraint who_proposes_a_bounce_does_not_confirm_it check (state <> 'CONFIRMED' or decided_by <> proposed_by)
);
create unique index one_open_bounce_per_payment on payment.bounce (payment) where state = 'PROPOSED';
create index bounce_by_payment on payment.bounce (payment);
comment on table payment.bounce is 'What is said to have come back after it had arrived.';

create function payment.keep_bounce() returns trigger language plpgsql
  security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'DELETE' or old.state <> 'PROPOSED'
     or (old.payment, old.reason, old.proposed_by, old.proposed_at) is distinct from (new.payment, new.reason, new.proposed_by, new.proposed_at) then
    raise exception 'a bounce is never rewritten' using errcode = 'check_violation';
  end if;
  if new.state = 'CONFIRMED' and exists (
       select 1 from payment.payment p join payment.batch b on b.id = p.batch where p.id = new.payment and b.made_by = new.decided_by) then
    raise exception 'who made the batch does not confirm a bounce' using errcode = 'check_violation', constraint = 'who_makes_a_batch_confirms_no_bounce';
  end if;
  return new;
end $$;
create trigger bounces_are_never_rewritten before update or delete on payment.bounce for each row execute function payment.keep_bounce();

create function payment.demand_bounce() returns trigger language plpgsql
  security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select 1 from payment.bounce where payment = new.id and state = 'CONFIRMED') then
    raise exception 'nobody has confirmed that this payment came back' using errcode = 'check_violation', constraint = 'what_arrived_comes_back_only_by_two';
  end if;
  return new;
end $$;
create trigger what_arrived_comes_back_only_by_two before update on payment.payment
  for each row when (old.state = 'ARRIVED' and new.state = 'BOUNCED') execute function payment.demand_bounce();
