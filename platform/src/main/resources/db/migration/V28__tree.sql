-- The record of acts and the books are sealed as Merkle trees over all that they hold, after RFC 6962, section 2.1. A leaf is
-- SHA-256(00 ‖ what it says), a node SHA-256(01 ‖ left ‖ right). Leaves are added behind the writers' backs.
create table audit.leaf (
  log   text not null,
  place bigint not null check (place >= 0),
  thing bigint not null,
  hash  bytea not null check (length(hash) = 32),
  primary key (log, place),
  constraint each_thing_is_sealed_once unique (log, thing)
);
comment on table audit.leaf is 'Which row stands where in the tree. Rows are sealed in the order in which they are found, whatever the order of commits.';

-- Nodes over 256, 65,536 … leaves, so that no proof has to read the whole tree. They follow from the leaves.
create table audit.subtree (
  log   text not null,
  level int not null check (level in (8, 16, 24, 32)),
  place bigint not null check (place >= 0),
  hash  bytea not null check (length(hash) = 32),
  primary key (log, level, place)
);

create table audit.head (
  log       text not null,
  size      bigint not null check (size > 0),
  root      bytea not null check (length(root) = 32),
  at        timestamptz not null,
  key       text not null,
  signature text not null,
  primary key (log, size)
);
create index head_by_time on audit.head (log, at);
comment on table audit.head is 'Tree heads, signed with the key of this installation; each says all that a tree held when it was made.';

create trigger leaves_are_never_changed before update or delete or truncate on audit.leaf
  for each statement execute function audit.refuse_change();
create trigger subtrees_are_never_changed before update or delete or truncate on audit.subtree
  for each statement execute function audit.refuse_change();
create trigger heads_are_never_changed before update or delete or truncate on audit.head
  for each statement execute function audit.refuse_change();

-- What was sealed before stays as it is and is verified as it was made; nothing is added to it.
comment on table ledger.seal is 'Seals from before trees: batches chained by SHA-256 without prefixes. Every posting stands in the tree "ledger" too.';

-- Budgets are held in several rows. Whoever finds too little in one row gives back its lock before taking the rows one after
-- the other, and one transaction always draws on the same row: so nobody waits for each other in a circle.
create or replace function ledger.settle() returns trigger language plpgsql
  security definer set search_path = pg_catalog, pg_temp as $$
declare
  one record;
  held record;
  need bigint;
  shut date;
begin
  for one in
    select x.account, x.kind, x.payer, x.year, x.rows, x.floorless, sum(x.fen)::bigint fen, (pg_current_xact_id()::text::bigint % x.rows)::int slot,
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
    begin
      update ledger.balance set fen = fen + one.fen where account = one.account and slot = one.slot and (floorless or fen + one.fen >= 0);
      if not found then
        raise exception 'too little in this row' using errcode = 'ZC001';
      end if;
      continue;
    exception when sqlstate 'ZC001' then
      -- The block is undone, and with it goes the lock.
    end;
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
