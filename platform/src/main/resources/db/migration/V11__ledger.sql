-- Money, double entry, in fen. What may move where is a table; what may not happen fails here, whoever asks.
create schema ledger;

create table ledger.kind (
  kind      text primary key,
  floorless boolean not null,
  rows      int not null check (rows between 1 and 64)
);
comment on column ledger.kind.rows is 'In how many rows a balance is held: the one account that everybody draws on must not make everybody wait.';
insert into ledger.kind values
  ('APPROPRIATION', true, 1), ('BUDGET', false, 8), ('COMMITTED', false, 1), ('PAYABLE', false, 1), ('PAID', false, 1),
  ('CLAIMED', true, 1), ('RECEIVABLE', false, 1), ('RETURNED', false, 1),
  ('UPSTREAM', true, 1), ('COUNTERPART', false, 1), ('MATCHED', false, 1);

-- Which act lowers (-1) and raises (1) which kind of account.
create table ledger.movement (
  act  text not null,
  kind text not null references ledger.kind,
  sign int not null check (sign in (-1, 1)),
  primary key (act, kind)
);
insert into ledger.movement values
  ('BUDGETED', 'APPROPRIATION', -1), ('BUDGETED', 'BUDGET', 1),
  ('CUT', 'BUDGET', -1), ('CUT', 'APPROPRIATION', 1),
  ('COMMITTED', 'BUDGET', -1), ('COMMITTED', 'COMMITTED', 1), ('COMMITTED', 'COUNTERPART', -1), ('COMMITTED', 'MATCHED', 1),
  ('RELEASED', 'COMMITTED', -1), ('RELEASED', 'BUDGET', 1), ('RELEASED', 'MATCHED', -1), ('RELEASED', 'COUNTERPART', 1),
  ('ORDERED', 'COMMITTED', -1), ('ORDERED', 'PAYABLE', 1),
  ('CANCELLED', 'PAYABLE', -1), ('CANCELLED', 'COMMITTED', 1),
  ('PAID', 'PAYABLE', -1), ('PAID', 'PAID', 1),
  ('BOUNCED', 'PAID', -1), ('BOUNCED', 'PAYABLE', 1),
  ('OFFSET', 'COMMITTED', -1), ('OFFSET', 'PAID', 1), ('OFFSET', 'RECEIVABLE', -1), ('OFFSET', 'RETURNED', 1),
  ('CLAIMED', 'CLAIMED', -1), ('CLAIMED', 'RECEIVABLE', 1),
  ('WAIVED', 'RECEIVABLE', -1), ('WAIVED', 'CLAIMED', 1),
  ('REPAID', 'RECEIVABLE', -1), ('REPAID', 'RETURNED', 1),
  ('VERIFIED', 'UPSTREAM', -1), ('VERIFIED', 'COUNTERPART', 1),
  ('UNVERIFIED', 'COUNTERPART', -1), ('UNVERIFIED', 'UPSTREAM', 1),
  ('UNMATCHED', 'MATCHED', -1), ('UNMATCHED', 'COUNTERPART', 1);

create table ledger.account (
  id        int generated always as identity primary key,
  kind      text not null references ledger.kind,
  payer     text not null,
  year      int not null check (year between 2015 and 2100),
  programme text not null,
  matter    text not null default '',
  constraint one_account unique (payer, year, programme, kind, matter)
);
comment on column ledger.account.matter is 'The award, or the higher award, that the account is of; empty for a budget.';
create index account_by_matter on ledger.account (matter) where matter <> '';

create table ledger.balance (
  account   int not null references ledger.account,
  slot      int not null,
  floorless boolean not null,
  fen       bigint not null,
  primary key (account, slot),
  constraint no_account_falls_below_its_floor check (floorless or fen >= 0)
) with (fillfactor = 50);

create table ledger.posting (
  id      bigint generated always as identity primary key,
  key     text not null unique check (length(key) between 3 and 120),
  act     text not null,
  award   uuid,
  day     date not null,
  at      timestamptz not null,
  person  uuid,
  note    text not null check (length(note) <= 400),
  leaf    bytea not null,
  made_in xid8 not null default pg_current_xact_id()
);
create index posting_by_award on ledger.posting (award, id) where award is not null;
create index posting_by_day on ledger.posting (day, id);
comment on column ledger.posting.key is 'The same key again is the same posting; with other content it is refused.';

create table ledger.entry (
  posting bigint not null references ledger.posting,
  seq     int not null,
  account int not null references ledger.account,
  fen     bigint not null check (fen <> 0),
  primary key (posting, seq)
);
create index entry_by_account on ledger.entry (account, posting);

-- Postings are hashed as leaves and sealed behind the writers' backs into a chain of Merkle roots.
create table ledger.seal (
  id        bigint primary key,
  leaves    int not null check (leaves > 0),
  root      bytea not null,
  chained   bytea not null,
  sealed_at timestamptz not null
);
create table ledger.sealed (
  posting bigint primary key references ledger.posting,
  seal    bigint not null references ledger.seal,
  place   int not null,
  unique (seal, place)
);

create trigger postings_are_never_changed before update or delete or truncate on ledger.posting
  for each statement execute function audit.refuse_change();
create trigger entries_are_never_changed before update or delete or truncate on ledger.entry
  for each statement execute function audit.refuse_change();
create trigger seals_are_never_changed before update or delete or truncate on ledger.seal
  for each statement execute function audit.refuse_change();
create trigger sealed_is_sealed before update or delete or truncate on ledger.sealed
  for each statement execute function audit.refuse_change();
create trigger accounts_are_never_changed before update or delete or truncate on ledger.account
  for each statement execute function audit.refuse_change();

-- Balances follow from entries and from nothing else.
create function ledger.refuse_balance() returns trigger language plpgsql as $$
begin
  if pg_trigger_depth() < 2 then
    raise exception 'balances follow from entries' using errcode = 'check_violation';
  end if;
  return null;
end $$;
create trigger balances_follow_from_entries after insert or update or delete on ledger.balance
  for each statement execute function ledger.refuse_balance();
create trigger balances_are_never_truncated before truncate on ledger.balance
  for each statement execute function audit.refuse_change();

create function ledger.open_account() returns trigger language plpgsql as $$
begin
  insert into ledger.balance select new.id, s, k.floorless, 0 from ledger.kind k, generate_series(0, k.rows - 1) s where k.kind = new.kind;
  return null;
end $$;
create trigger an_account_begins_at_nothing after insert on ledger.account for each row execute function ledger.open_account();

create function ledger.settle() returns trigger language plpgsql as $$
declare
  one record;
  held record;
  need bigint;
begin
  if exists (select 1 from fresh group by posting having sum(fen) <> 0) then
    raise exception 'debits and credits differ' using errcode = 'check_violation', constraint = 'every_posting_balances';
  end if;
  -- Entries come with their posting, in one piece.
  if exists (select 1 from (select posting, count(*) n from fresh group by posting) f join ledger.posting p on p.id = f.posting
              where p.made_in <> pg_current_xact_id() or f.n <> (select count(*) from ledger.entry e where e.posting = f.posting)) then
    raise exception 'nothing is added to a posting' using errcode = 'check_violation', constraint = 'a_posting_is_made_once';
  end if;
  if exists (select 1 from fresh f join ledger.posting p on p.id = f.posting join ledger.account a on a.id = f.account
              where not exists (select 1 from ledger.movement m where m.act = p.act and m.kind = a.kind and m.sign = sign(f.fen))
                 or (a.kind in ('COMMITTED', 'PAYABLE', 'PAID', 'CLAIMED', 'RECEIVABLE', 'RETURNED') and (p.act <> 'OFFSET' or a.kind in ('COMMITTED', 'PAID')) and a.matter is distinct from p.award::text)
) then
    raise exception 'this act does not move money there' using errcode = 'check_violation', constraint = 'money_moves_only_as_laid_down';
  end if;
  for one in select f.account, k.rows, k.floorless, sum(f.fen)::bigint fen, (random() * (k.rows - 1))::int slot
               from fresh f join ledger.account a on a.id = f.account join ledger.kind k on k.kind = a.kind
              group by f.account, k.rows, k.floorless having sum(f.fen) <> 0 order by k.rows, f.account loop
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
create trigger balances_follow after insert on ledger.entry referencing new table as fresh
  for each statement execute function ledger.settle();

-- What is hashed of a posting: all that it says.
create function ledger.leaf_of(key text, act text, award uuid, day date, at timestamptz, person uuid, note text, entries text) returns bytea
  language sql immutable parallel safe as $$
  select sha256(convert_to(concat_ws('|', key, act, coalesce(award::text, ''), day::text, (extract(epoch from at) * 1000000)::bigint::text,
                                     coalesce(person::text, ''), note, entries), 'UTF8'))
$$;

-- Makes postings, each once by its key, all or none; returns how many were new.
create function ledger.post(keys text[], acts text[], awards uuid[], days date[], notes text[], at timestamptz, person uuid,
                            entry_of int[], kinds text[], payers text[], years int[], programmes text[], matters text[], fens bigint[])
  returns int language plpgsql as $$
declare
  made int;
  accounts int[];
begin
  select array_agg(a.id order by w.n) into accounts
    from unnest(kinds, payers, years, programmes, matters) with ordinality w(kind, payer, year, programme, matter, n)
    left join ledger.account a on (a.payer, a.year, a.programme, a.kind, a.matter) = (w.payer, w.year, w.programme, w.kind, w.matter);
  if array_position(accounts, null) is not null then
    insert into ledger.account (kind, payer, year, programme, matter)
    select distinct w.kind, w.payer, w.year, w.programme, w.matter
      from unnest(kinds, payers, years, programmes, matters) w(kind, payer, year, programme, matter) order by 2, 3, 4, 1, 5
    on conflict do nothing;
    select array_agg(a.id order by w.n) into accounts
      from unnest(kinds, payers, years, programmes, matters) with ordinality w(kind, payer, year, programme, matter, n)
      join ledger.account a on (a.payer, a.year, a.programme, a.kind, a.matter) = (w.payer, w.year, w.programme, w.kind, w.matter);
  end if;
  with line as (
    select w.of, row_number() over (partition by w.of order by w.n) seq, w.account, w.fen
      from unnest(entry_of, accounts, fens) with ordinality w(of, account, fen, n)),
  said as (select of, string_agg(account || ':' || fen, ',' order by seq) entries from line group by of),
  asked as (
    select w.key, w.act, w.award, w.day, w.note, w.n, s.entries
      from unnest(keys, acts, awards, days, notes) with ordinality w(key, act, award, day, note, n) join said s on s.of = w.n),
  fresh as (
    insert into ledger.posting (key, act, award, day, at, person, note, leaf)
    select key, act, award, day, post.at, post.person, note, ledger.leaf_of(key, act, award, day, post.at, post.person, note, entries)
      from asked order by n
    on conflict (key) do nothing returning id, key),
  entered as (
    insert into ledger.entry (posting, seq, account, fen)
    select f.id, l.seq, l.account, l.fen from fresh f join asked a on a.key = f.key join line l on l.of = a.n
    returning posting)
  select count(distinct posting) into made from entered;
  if made < cardinality(keys) and exists (
       select 1 from unnest(keys, acts, awards) with ordinality w(key, act, award, n) join ledger.posting p on p.key = w.key
        where p.act <> w.act or p.award is distinct from w.award
           or (select string_agg(e.account || ':' || e.fen, ',' order by e.seq) from ledger.entry e where e.posting = p.id)
              is distinct from (select string_agg(accounts[i] || ':' || fens[i], ',' order by i) from generate_subscripts(entry_of, 1) i where entry_of[i] = w.n)) then
    raise exception 'a key was used for another posting' using errcode = 'unique_violation', constraint = 'a_key_means_one_posting';
  end if;
  return made;
end $$;
