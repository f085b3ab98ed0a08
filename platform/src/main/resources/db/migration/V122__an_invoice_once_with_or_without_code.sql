-- An invoice is the same whether or not its code is given: same number, seller and day. The index tells apart what has a code and
-- what has none, so that one could be claimed in both spellings.
create function filing.keep_invoice_once() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('invoice ' || new.number, 0));
  if exists (
    select 1 from filing.invoice o
     where o.id <> new.id and o.live and o.number = new.number and o.seller = new.seller and o.day = new.day
       and (o.code = '' or new.code = '')) then
    raise exception 'that invoice is claimed already' using errcode = 'unique_violation', constraint = 'each_invoice_once';
  end if;
  return new;
end $$;
create trigger an_invoice_is_claimed_once before update on filing.invoice
  for each row when (new.live and not old.live) execute function filing.keep_invoice_once();
