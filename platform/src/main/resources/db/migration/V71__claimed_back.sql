-- What was paid bounds what may be claimed back: a claim is refused beyond it, and money of which a claim has been confirmed
-- does not come back as bounced. Whoever comes second waits for the balance of what is paid and sees what the first did.
create function ledger.keep_claims_within_what_is_paid() returns trigger language plpgsql
  security definer set search_path = pg_catalog, pg_temp as $$
declare
  paid    bigint;
  claimed bigint;
begin
  perform 1 from ledger.balance b join ledger.account a on a.id = b.account
    where a.matter = new.award::text and a.kind = 'PAID' order by b.account, b.slot for update of b;
  select coalesce(sum(b.fen) filter (where a.kind = 'PAID'), 0), coalesce(sum(b.fen) filter (where a.kind in ('RECEIVABLE', 'RETURNED')), 0)
    into paid, claimed
    from ledger.account a join ledger.balance b on b.account = a.id where a.matter = new.award::text;
  if claimed > paid then
    raise exception 'more would be claimed back of award % than was paid', new.award
      using errcode = 'check_violation', constraint = 'no_more_is_claimed_back_than_was_paid';
  end if;
  return null;
end $$;
create constraint trigger no_more_is_claimed_back_than_was_paid after insert on ledger.posting
  deferrable initially deferred for each row when (new.act in ('CLAIMED', 'BOUNCED')) execute function ledger.keep_claims_within_what_is_paid();
