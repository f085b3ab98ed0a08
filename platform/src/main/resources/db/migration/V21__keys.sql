-- Which keys this city has been sealed and signed with: never the keys, only how to recognise them.
create schema keys;

create table keys.known (
  purpose     text not null check (purpose in ('personal-data', 'recognition', 'decisions')),
  id          text not null check (id ~ '^[0-9a-f]{8}$'),
  check_value text not null check (check_value ~ '^[0-9a-f]{64}$'),
  published   text not null default '',
  known_since timestamptz not null default now(),
  retired_at  timestamptz,
  primary key (purpose, id),
  constraint only_signing_keys_have_a_public_half check ((purpose = 'decisions') = (published <> '')),
  constraint a_key_is_retired_after_it_was_known check (retired_at >= known_since),
  -- By it people are recognised whose numbers are nowhere kept: another one would recognise nobody.
  constraint recognition_is_never_retired check (purpose <> 'recognition' or retired_at is null)
);
create unique index one_key_of_recognition on keys.known (purpose) where purpose = 'recognition';
comment on column keys.known.check_value is 'Computed from the key one way: tells whether a key is the one, says nothing about it.';
comment on column keys.known.published is 'The public half of a key that signs, so that old signatures can be checked after its secret is gone.';

create function keys.keep_known() returns trigger language plpgsql as $$
begin
  if (new.purpose, new.id, new.check_value, new.published, new.known_since) is distinct from
     (old.purpose, old.id, old.check_value, old.published, old.known_since) or old.retired_at is not null then
    raise exception 'a known key stays as it was: it is only retired, once';
  end if;
  return new;
end $$;
create trigger known_keys_stay_as_they_were before update on keys.known for each row execute function keys.keep_known();
create trigger known_keys_are_never_forgotten before delete or truncate on keys.known
  for each statement execute function audit.refuse_change();
