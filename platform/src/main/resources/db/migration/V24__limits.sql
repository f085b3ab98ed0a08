-- What one request may cost, and what it may never spoil.

-- A closed year is a year of this calendar. Rows that say otherwise, from before this was checked, harm nobody: they freeze nothing.
alter table evidence.statement add constraint a_closed_year_is_a_year check (year between 1949 and 2200) not valid;
alter table evidence.restatement add constraint a_restated_year_is_a_year check (year between 1949 and 2200) not valid;

create or replace function evidence.is_frozen(which_space uuid, first_day date, last_day date) returns boolean language sql stable as $$
  select exists (
    select 1 from evidence.statement s
     where s.space = which_space
       and case when s.year between 1949 and 2200
                then daterange(first_day, last_day, '[]') && daterange(make_date(s.year, 1, 1), make_date(s.year, 12, 31), '[]')
                else false end
       and not exists (select 1 from evidence.restatement r where r.space = s.space and r.year = s.year and r.closed_at is null))
$$;

-- Names of accounts go to the treasury and to banks as they stand: one line of characters that are seen.
alter table payment.bank_account add constraint names_are_one_line check (holder !~ '[[:cntrl:]]' and bank !~ '[[:cntrl:]]') not valid;

-- One bucket per purpose and key, filled again as time passes: limits hold over all nodes. Keys are hashes; no address lies here.
-- Not logged: counting costs no wait for the disk, and after a crash every count begins anew.
create schema throttle;
create unlogged table throttle.bucket (
  id         text primary key,
  state      bytea,
  expires_at bigint
);
create index bucket_by_expiry on throttle.bucket (expires_at);

-- Browsers that have signed in to an account before: wrong passwords of others never keep them out.
create table access.known_browser (
  login   text not null,
  browser text not null,
  seen_at timestamptz not null,
  primary key (login, browser),
  constraint known_by_a_hash check (browser ~ '^[0-9a-f]{64}$')
);
create index known_browser_by_age on access.known_browser (seen_at);

-- The lock of an account and the count beside it are gone: they kept out whoever was named.
alter table access.person drop column failed_attempts, drop column locked_until;

-- How much somebody has handed in today.
create index stored_by_sender on file.stored (stored_by, stored_at);
