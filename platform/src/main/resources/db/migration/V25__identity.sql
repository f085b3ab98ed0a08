-- How people prove who they are, and how accounts are opened, closed and given roles.

-- No password until the person has set one through a link; nobody else ever knows it.
alter table access.person alter column password drop not null;
alter table access.person
  add column password_set_at timestamptz,
  add column disabled_at     timestamptz,
  add column disabled_by     uuid references access.person,
  add constraint somebody_disables_an_account check ((disabled_at is null) = (disabled_by is null)),
  add constraint nobody_disables_himself check (disabled_by is null or disabled_by <> id);

create schema identity;

-- A link by which somebody sets a password once. Only the hash of its secret is kept.
create table identity.link (
  id         uuid primary key,
  token_hash text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
  person     uuid not null references access.person,
  made_by    uuid not null references access.person,
  made_at    timestamptz not null,
  expires_at timestamptz not null check (expires_at > made_at),
  used_at    timestamptz,
  constraint nobody_makes_a_link_for_himself check (made_by <> person)
);
create unique index one_open_link_per_person on identity.link (person) where used_at is null;

-- The secret shared with somebody's authenticator, sealed. A step of time is accepted once.
create table identity.authenticator (
  person    uuid primary key references access.person,
  secret    bytea not null,
  since     timestamptz not null,
  last_step bigint not null
);
create function identity.a_code_counts_once() returns trigger language plpgsql as $$
begin
  if new.secret = old.secret and new.last_step <= old.last_step then
    raise exception 'a code of an authenticator counts once';
  end if;
  return new;
end $$;
create trigger a_code_counts_once before update on identity.authenticator
  for each row execute function identity.a_code_counts_once();

-- Codes for the day the authenticator is lost: 120 random bits each, so a plain hash hides them.
create table identity.recovery_code (
  person    uuid not null references access.person,
  code_hash text not null check (code_hash ~ '^[0-9a-f]{64}$'),
  made_at   timestamptz not null,
  used_at   timestamptz,
  primary key (person, code_hash)
);

-- Wrong second steps, counted apart from wrong passwords: a right password does not reset them.
create table identity.second_step (
  person       uuid primary key references access.person,
  failures     int not null check (failures >= 0),
  locked_until timestamptz
);

-- What one administrator wants and a second one confirms: an official role, or a lost factor taken away.
create table access.proposal (
  id           uuid primary key,
  kind         text not null check (kind in ('APPOINT', 'RESET_FACTOR')),
  person       uuid not null references access.person,
  role         text,
  area         text,
  organisation uuid references access.organisation,
  proposed_by  uuid not null references access.person,
  proposed_at  timestamptz not null,
  -- When it took effect; of somebody who is the only administrator, at once.
  effect_at    timestamptz,
  appointment  uuid references access.appointment,
  decided_by   uuid references access.person,
  decided_at   timestamptz,
  outcome      text check (outcome in ('CONFIRMED', 'REJECTED')),
  constraint an_appointment_is_whole check ((kind = 'APPOINT') = (role is not null and area is not null and organisation is not null)),
  constraint nobody_appoints_himself check (proposed_by <> person),
  constraint nobody_confirms_what_he_proposed check (outcome is distinct from 'CONFIRMED' or (decided_by <> proposed_by and decided_by <> person)),
  constraint a_decision_is_whole check ((decided_by is null) = (outcome is null) and (decided_at is null) = (outcome is null)),
  constraint what_is_confirmed_takes_effect check (outcome is distinct from 'CONFIRMED' or effect_at is not null)
);
create unique index one_open_proposal_of_a_kind on access.proposal (kind, person, coalesce(role, ''), coalesce(area, ''))
  where outcome is null and effect_at is null;
create index proposal_by_outcome on access.proposal (proposed_at) where outcome is null;

-- Somebody must be left who can let others in. One at a time looks, so that two do not end each other.
create function access.an_administrator_is_left() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'person' then
    if new.disabled_at is null or old.disabled_at is not null
       or not exists (select 1 from access.appointment where person = new.id and role = 'ADMINISTRATOR' and until is null) then
      return null;
    end if;
  elsif new.role <> 'ADMINISTRATOR' or new.until is null or old.until is not null then
    return null;
  end if;
  perform pg_advisory_xact_lock(hashtext('access.administrators'));
  if not exists (select 1 from access.appointment a join access.person p on p.id = a.person
                  where a.role = 'ADMINISTRATOR' and a.until is null and p.disabled_at is null) then
    raise exception 'the last administrator stays' using errcode = 'ZC001';
  end if;
  return null;
end $$;
create trigger an_administrator_is_left after update on access.appointment
  for each row execute function access.an_administrator_is_left();
create trigger an_administrator_is_left after update on access.person
  for each row execute function access.an_administrator_is_left();
