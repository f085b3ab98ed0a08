-- What this database is for: written once at the first start, and never changed.
create schema installation;

create table installation.mode (
  only_row boolean primary key default true check (only_row),
  mode     text not null check (mode in ('demo', 'serve')),
  since    timestamptz not null
);
create trigger the_mode_is_never_changed before update or delete or truncate on installation.mode
  for each statement execute function audit.refuse_change();

-- Has its row while the history of a demonstration is being played into the database.
create table installation.filling (
  only_row boolean primary key default true check (only_row),
  since    timestamptz not null
);

-- The application signs in as a role that owns nothing. What only the schema itself may write, it writes as its owner: balances
-- follow from entries, and an award, which nobody may change, is held fast while something is added to it.
alter function ledger.settle() security definer set search_path = pg_catalog, pg_temp;
alter function ledger.open_account() security definer set search_path = pg_catalog, pg_temp;
alter function award.demand_money() security definer set search_path = pg_catalog, pg_temp;
alter function award.bound_plan() security definer set search_path = pg_catalog, pg_temp;

create function award.hold_fast(which uuid) returns boolean language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform 1 from award.award where id = which for update;
  return found;
end $$;
comment on function award.hold_fast(uuid) is 'Others who add to this award wait until the transaction ends. False if there is no such award.';
