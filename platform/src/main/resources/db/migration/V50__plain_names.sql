-- Two spellings of one name are one name wherever names are counted, compared or sought: width, spaces, signs that nobody sees,
-- dots, brackets and capitals make no difference. The same stands in Java, in PlainForm; a test holds the two against each other.
create function registry.public_plain_name(name text) returns text language sql immutable strict parallel safe as $$
  select lower(translate(
    regexp_replace(
      normalize(name, nfkc),
      '[\u0001-\u0020\u007F-\u00A0\u00AD\u034F\u061C\u115F\u1160\u1680\u17B4\u17B5\u180B-\u180F\u2000-\u200F\u2028-\u202F\u205F-\u206F\u3000\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uFFF9-\uFFFB\U000E0000-\U000E0FFF]+',
      '', 'g'),
    '•・‧∙⋅●〔【[〕】]', '······((()))') collate "C")
$$;
comment on function registry.public_plain_name is 'A name in the form in which it is compared with others.';

alter table registry.subject add column plain_name text not null generated always as (registry.public_plain_name(name)) stored;
create index subject_by_plain_name on registry.subject (plain_name text_pattern_ops) where merged_into is null;
create or replace view registry.public_subject as
  select id, kind, name, area, code, account, founded_on, traits, listed, merged_into, version, words, sought, plain_name
    from registry.subject;

alter table evidence.entry add column who text not null generated always as (registry.public_plain_name(party)) stored;
comment on column evidence.entry.who is 'The party in the form in which names are compared: one person in two spellings is one.';
drop index evidence.entry_by_party;
create index entry_by_who on evidence.entry (who)
  where voided_at is null and kind in ('FOUNDERS', 'MENTORS', 'SESSIONS', 'FINANCING', 'STAFF');
create or replace view evidence.public_entry as
  select id, space, kind, day, until, term, subject, party, class, amount, quantity, number, replaces, voided_at, ended, who
    from evidence.entry;

create or replace function evidence.keep_rows() returns trigger language plpgsql as $$
declare
  may_change constant text[] := array['voided_at', 'voided_by', 'void_reason', 'ended', 'term', 'who'];
begin
  if tg_op = 'DELETE' then
    raise exception 'evidence is voided, never deleted';
  end if;
  if (to_jsonb(new) - may_change) <> (to_jsonb(old) - may_change) then
    raise exception 'evidence is never overwritten';
  end if;
  if old.voided_at is not null and (new.voided_at is null or new.ended <> old.ended) then
    raise exception 'what was voided stays voided';
  end if;
  return new;
end $$;
