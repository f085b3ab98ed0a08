-- Nothing asks for postings by day.
drop index ledger.posting_by_day;

-- The end of a budget year: what was left lapses, what was promised and not yet paid is carried over, and the year is shut.
insert into ledger.kind values ('LAPSED', false, 1);
insert into ledger.movement values ('LAPSED', 'BUDGET', -1), ('LAPSED', 'LAPSED', 1);

create table ledger.closing (
  payer       text not null,
  year        int not null check (year between 2015 and 2100),
  proposed_by uuid not null,
  proposed_on date not null,
  closed_by   uuid,
  closed_on   date,
  document    text check (length(document) between 4 and 60),
  primary key (payer, year),
  constraint a_second_person_closes check (closed_by <> proposed_by),
  constraint closed_wholly_or_not check (num_nonnulls(closed_by, closed_on, document) in (0, 3)),
  constraint a_year_ends_before_it_is_closed check (closed_on >= make_date(year + 1, 1, 1))
);
create table ledger.closing_line (
  payer     text not null,
  year      int not null,
  programme text not null,
  budget    bigint not null check (budget >= 0),
  paid      bigint not null check (paid >= 0),
  carried   bigint not null check (carried >= 0),
  lapsed    bigint not null check (lapsed >= 0),
  primary key (payer, year, programme),
  foreign key (payer, year) references ledger.closing,
  constraint a_budget_was_paid_carried_over_or_lapsed check (budget = paid + carried + lapsed)
);
comment on column ledger.closing_line.carried is 'Promised by decisions and not yet arrived: paid later, out of this same year''s books.';

create function ledger.close_wholly() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.closed_on is not null then
    raise exception 'a closed year stays closed' using errcode = 'check_violation';
  end if;
  if new.closed_on is not null and exists (
       select 1 from ledger.account a join ledger.balance b on b.account = a.id
        where (a.payer, a.year, a.kind) = (new.payer, new.year, 'BUDGET') and b.fen <> 0) then
    raise exception 'something is left of the budgets of %', new.year using errcode = 'check_violation', constraint = 'what_is_left_lapses';
  end if;
  return new;
end $$;
create trigger a_closed_year_stays_closed before update or delete on ledger.closing for each row execute function ledger.close_wholly();
create trigger closings_are_never_truncated before truncate on ledger.closing for each statement execute function audit.refuse_change();
create trigger closing_lines_are_never_changed before update or delete or truncate on ledger.closing_line
  for each statement execute function audit.refuse_change();

-- One look at what was entered says all that has to be checked and all that has to be added up. An entry that begins a posting has
-- the number 1, which is there once: so whatever comes later than the first piece is refused.
create or replace function ledger.settle() returns trigger language plpgsql as $$
declare
  one record;
  held record;
  need bigint;
  shut date;
begin
  for one in
    select x.account, x.kind, x.payer, x.year, x.rows, x.floorless, sum(x.fen)::bigint fen, (random() * (x.rows - 1))::int slot,
           bool_and(x.balanced) balanced, bool_and(x.whole) whole, bool_and(x.lawful) lawful
      from (select f.account, f.fen, a.kind, a.payer, a.year, k.rows, k.floorless, sum(f.fen) over w = 0 balanced,
                   p.made_in = pg_current_xact_id() and bool_or(f.seq = 1) over w whole,
                   m.act is not null and (a.kind not in ('COMMITTED', 'PAYABLE', 'PAID', 'CLAIMED', 'RECEIVABLE', 'RETURNED')
                                          or (p.act = 'OFFSET' and a.kind in ('RECEIVABLE', 'RETURNED')) or a.matter is not distinct from p.award::text) lawful
              from fresh f join ledger.posting p on p.id = f.posting join ledger.account a on a.id = f.account join ledger.kind k on k.kind = a.kind
              left join ledger.movement m on m.act = p.act and m.kind = a.kind and m.sign = sign(f.fen)
            window w as (partition by f.posting)) x
     group by x.account, x.kind, x.payer, x.year, x.rows, x.floorless order by x.rows, x.account loop
    if not one.balanced then
      raise exception 'debits and credits differ' using errcode = 'check_violation', constraint = 'every_posting_balances';
    end if;
    if not one.whole then
      raise exception 'nothing is added to a posting' using errcode = 'check_violation', constraint = 'a_posting_is_made_once';
    end if;
    if not one.lawful then
      raise exception 'this act does not move money there' using errcode = 'check_violation', constraint = 'money_moves_only_as_laid_down';
    end if;
    if one.kind = 'BUDGET' then
      select closed_on into shut from ledger.closing where payer = one.payer and year = one.year for share;
      if shut is not null then
        raise exception 'the year % is closed', one.year using errcode = 'check_violation', constraint = 'a_closed_year_takes_nothing_new';
      end if;
    end if;
    continue when one.fen = 0;
    -- One row does for nearly all; its own constraint guards the floor.
    if one.rows = 1 then
      update ledger.balance set fen = fen + one.fen where account = one.account and slot = 0;
      continue;
    end if;
    update ledger.balance set fen = fen + one.fen where account = one.account and slot = one.slot and (floorless or fen + one.fen >= 0);
    continue when found;
    need := -one.fen;
    for held in select slot, fen from ledger.balance where account = one.account order by slot for update loop
      exit when need = 0;
      update ledger.balance set fen = fen - least(held.fen, need) where account = one.account and slot = held.slot;
      need := need - least(held.fen, need);
    end loop;
    if need > 0 then
      raise exception 'account % would fall below its floor', one.account
        using errcode = 'check_violation', constraint = 'no_account_falls_below_its_floor';
    end if;
  end loop;
  return null;
end $$;

-- Whoever changes balances by hand is told before anything is looked at; the ledger's own changes pass without a call.
drop trigger balances_follow_from_entries on ledger.balance;
create trigger balances_follow_from_entries after insert or update or delete on ledger.balance
  for each statement when (pg_trigger_depth() = 0) execute function ledger.refuse_balance();

-- Makes postings, each once by its key, all or none; returns how many were new. Step by step: plain statements that are planned once
-- cost half of what one large statement over arrays does.
create or replace function ledger.post(keys text[], acts text[], awards uuid[], days date[], notes text[], at timestamptz, person uuid,
                                       entry_of int[], kinds text[], payers text[], years int[], programmes text[], matters text[], fens bigint[])
  returns int language plpgsql as $$
declare
  accounts int[];
  said     text[];
  seqs     int[];
  ids      bigint[];
  made     int := 0;
  one      record;
  found_id bigint;
  seq      int := 0;
begin
  for tries in 1..2 loop
    for i in 1..cardinality(entry_of) loop
      select a.id into found_id from ledger.account a
       where a.payer = payers[i] and a.year = years[i] and a.programme = programmes[i] and a.kind = kinds[i] and a.matter = matters[i];
      accounts[i] := found_id;
    end loop;
    exit when array_position(accounts, null) is null;
    -- In one order, so that two who open the same accounts do not wait for each other in a circle.
    insert into ledger.account (kind, payer, year, programme, matter)
    select distinct w.kind, w.payer, w.year, w.programme, w.matter
      from unnest(kinds, payers, years, programmes, matters) w(kind, payer, year, programme, matter) order by 2, 3, 4, 1, 5
    on conflict do nothing;
  end loop;
  for i in 1..cardinality(entry_of) loop
    seq := case when i > 1 and entry_of[i] = entry_of[i - 1] then seq + 1 else 1 end;
    seqs[i] := seq;
    said[entry_of[i]] := case when seq = 1 then '' else said[entry_of[i]] || ',' end || accounts[i] || ':' || fens[i];
  end loop;
  for i in 1..cardinality(keys) loop
    insert into ledger.posting (key, act, award, day, at, person, note, leaf)
    values (keys[i], acts[i], awards[i], days[i], post.at, post.person, notes[i],
            ledger.leaf_of(keys[i], acts[i], awards[i], days[i], post.at, post.person, notes[i], said[i]))
    on conflict (key) do nothing returning id into found_id;
    ids[i] := found_id;
    if found_id is not null then
      made := made + 1;
      continue;
    end if;
    select p.act, p.award, (select string_agg(e.account || ':' || e.fen, ',' order by e.seq) from ledger.entry e where e.posting = p.id) said
      into one from ledger.posting p where p.key = keys[i];
    if one.act <> acts[i] or one.award is distinct from awards[i] or one.said is distinct from said[i] then
      raise exception 'a key was used for another posting' using errcode = 'unique_violation', constraint = 'a_key_means_one_posting';
    end if;
  end loop;
  insert into ledger.entry (posting, seq, account, fen)
  select ids[entry_of[i]], seqs[i], accounts[i], fens[i] from generate_subscripts(entry_of, 1) i where ids[entry_of[i]] is not null;
  return made;
end $$;
