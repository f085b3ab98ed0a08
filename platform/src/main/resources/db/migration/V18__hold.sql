-- Awards whose payment waits because their decision is being looked at again.
create table payment.hold (
  award  uuid primary key references award.award,
  reason text not null check (length(reason) between 2 and 200),
  since  date not null
);
create function payment.refuse_held() returns trigger language plpgsql as $$
begin
  if exists (select 1 from payment.hold where award = new.award) then
    raise exception 'the award of this payment is held' using errcode = 'check_violation', constraint = 'a_held_award_is_not_paid';
  end if;
  return new;
end $$;
create trigger a_held_award_is_not_paid before update on payment.payment
  for each row when (new.state in ('BATCHED', 'SENT') and old.state <> new.state) execute function payment.refuse_held();
