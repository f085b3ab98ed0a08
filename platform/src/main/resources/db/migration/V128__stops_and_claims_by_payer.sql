-- What keeps promised money from arriving is told to each treasury for its own part.
create or replace view payment.public_stopped as
  select h.ground why, h.award, a.payment, s.fen, h.since, h.reason detail, a.batch, coalesce(a.not_by, '{}') not_by, null::date until, s.payer
    from payment.hold h
    join lateral (
      select i.payer, coalesce(sum(i.fen) filter (where not exists (
               select 1 from payment.payment p where p.award = i.award and p.instalment = i.seq and p.state in ('ARRIVED', 'OFFSET'))), 0)::bigint fen
        from award.public_instalment i where i.award = h.award group by i.payer) s on true
    left join lateral (
      select max(p.id::text)::uuid payment, max(p.batch::text)::uuid batch, array_agg(x.read_by) || array_agg(b.made_by) not_by
        from payment.payment p join payment.batch b on b.id = p.batch and b.payer = s.payer
        join bank.public_answer x on x.payment = p.id and x.came = 'ARRIVED_AFTER_ALL' and x.cleared_by is null
       where p.award = h.award and h.ground = 'BANK') a on true
  union all
  select 'BOUNCE_SAID', p.award, p.id, p.fen, (n.proposed_at at time zone 'Asia/Shanghai')::date, n.reason, p.batch, array[n.proposed_by, b.made_by], null, b.payer
    from payment.bounce n join payment.payment p on p.id = n.payment join payment.batch b on b.id = p.batch
   where n.state = 'PROPOSED'
  union all
  select case when exists (select 1 from payment.bank_account k where k.organisation = w.organisation and k.state = 'ENTERED')
              then 'NEW_ACCOUNT_TO_CONFIRM' else 'NEW_ACCOUNT_NEEDED' end,
         p.award, p.id, p.fen, p.settled_on, p.reason, p.batch, '{}', null, w.payer
    from payment.payment p join award.public_part w on w.award = p.award and w.seq = p.instalment
   where p.state = 'BOUNCED'
     and not exists (select 1 from payment.payment n where n.award = p.award and n.instalment = p.instalment
                        and ((n.attempt > p.attempt and n.state = 'BOUNCED') or n.state not in ('BOUNCED', 'WITHDRAWN')))
     and not exists (select 1 from payment.bank_account k where k.organisation = w.organisation and k.state = 'CONFIRMED' and k.id <> p.account)
  union all
  select case when e.id is not null then 'ACCOUNT_TO_CONFIRM' when k.id is not null then 'ACCOUNT_COOLING' else 'ACCOUNT_NEEDED' end,
         p.award, p.id, p.fen, (p.queued_at at time zone 'Asia/Shanghai')::date, '', null, '{}', k.usable_from, w.payer
    from payment.payment p join award.public_part w on w.award = p.award and w.seq = p.instalment
    left join payment.bank_account k on k.organisation = w.organisation and k.state = 'CONFIRMED'
    left join payment.bank_account e on e.organisation = w.organisation and e.state = 'ENTERED'
   where p.state = 'QUEUED'
  union all
  select 'LEFT_OUT', p.award, p.id, p.fen, (b.made_at at time zone 'Asia/Shanghai')::date, b.number, b.id, '{}', null, w.payer
    from payment.payment p join award.public_part w on w.award = p.award and w.seq = p.instalment
    join payment.bank_account k on k.organisation = w.organisation and k.state = 'CONFIRMED'
    join lateral (
      select t.id, t.number, t.made_at from payment.batch t
       where t.payer = w.payer and t.state <> 'DROPPED' and t.made_at > p.queued_at and t.made_at >= k.usable_from
         and not exists (select 1 from payment.batch_line l where l.batch = t.id and l.payment = p.id)
       order by t.made_at desc limit 1) b on true
   where p.state = 'QUEUED' and not exists (select 1 from payment.hold h where h.award = p.award)
     and not exists (select 1 from payment.bank_account e where e.organisation = w.organisation and e.state = 'ENTERED')
  union all
  select 'ANSWER', p.award, p.id, p.fen, (min(x.read_at) at time zone 'Asia/Shanghai')::date, '', p.batch, '{}', null, b.payer
    from payment.payment p join payment.batch b on b.id = p.batch join bank.public_answer x on x.payment = p.id and x.came in ('BOTH', 'OTHER_SUM')
   where p.state = 'SENT' group by p.id, b.payer;

-- What is claimed back is claimed of the part of each treasury, and comes back to the treasury that paid it.
create table recovery.share (
  claim uuid not null references recovery.claim,
  seq   int not null,
  payer text not null,
  fen   bigint not null,
  primary key (claim, seq),
  constraint a_treasury_is_owed_one_share unique (claim, payer),
  constraint a_share_of_a_claim_is_above_nothing check (fen > 0)
);
comment on table recovery.share is 'How much of a claim comes back to which treasury, laid down when the claim is confirmed.';
insert into recovery.share (claim, seq, payer, fen)
  select c.id, 1, w.payer, c.fen from recovery.claim c join award.public_award w on w.id = c.award where c.confirmed_by is not null;
create trigger shares_of_claims_are_never_changed before update or delete or truncate on recovery.share
  for each statement execute function audit.refuse_change();

create function recovery.demand_shares() returns trigger language plpgsql
  security definer set search_path = pg_catalog, pg_temp as $$
declare
  which uuid := case tg_table_name when 'claim' then to_jsonb(new) ->> 'id' else to_jsonb(new) ->> 'claim' end;
begin
  if exists (select 1 from recovery.claim c where c.id = which and c.confirmed_by is not null
                and c.fen is distinct from (select sum(s.fen) from recovery.share s where s.claim = c.id)) then
    raise exception 'the shares of claim % do not make what is claimed', which
      using errcode = 'check_violation', constraint = 'the_shares_make_what_is_claimed';
  end if;
  return null;
end $$;
create constraint trigger the_shares_make_what_is_claimed after update on recovery.claim
  deferrable initially deferred for each row when (old.confirmed_by is distinct from new.confirmed_by) execute function recovery.demand_shares();
create constraint trigger no_share_of_a_claim_is_added_later after insert on recovery.share
  deferrable initially deferred for each row execute function recovery.demand_shares();

create or replace function ledger.keep_claims_within_what_is_paid() returns trigger language plpgsql
  security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform 1 from ledger.balance b join ledger.account a on a.id = b.account
    where a.matter = new.award::text and a.kind = 'PAID' order by b.account, b.slot for update of b;
  if exists (
    select 1 from ledger.account a join ledger.balance b on b.account = a.id where a.matter = new.award::text group by a.payer
    having coalesce(sum(b.fen) filter (where a.kind in ('RECEIVABLE', 'RETURNED')), 0) > coalesce(sum(b.fen) filter (where a.kind = 'PAID'), 0)) then
    raise exception 'more would be claimed back of award % than was paid', new.award
      using errcode = 'check_violation', constraint = 'no_more_is_claimed_back_than_was_paid';
  end if;
  return null;
end $$;
