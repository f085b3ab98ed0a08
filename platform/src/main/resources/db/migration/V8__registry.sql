create extension if not exists btree_gist;
create extension if not exists pg_trgm;

-- Whoever and whatever the city knows, once: a team that becomes a firm stays the same row.
create table registry.subject (
  id          uuid primary key,
  kind        text not null check (kind in ('SPACE', 'ENTERPRISE', 'PERSON', 'INVESTOR', 'FUND', 'INSTITUTION')),
  name        text not null check (length(name) between 2 and 80),
  area        text not null,
  code        text check (length(code) between 8 and 30),
  person_hash text,
  account     uuid references access.person,
  founded_on  date,
  spoken      text not null,
  likeness    text not null,
  traits      text[] not null default '{}',
  listed      boolean not null,
  merged_into uuid references registry.subject,
  version     int not null default 0,
  created_at  timestamptz not null,
  words       text[] not null generated always as (casework.words(name || ' ' || coalesce(code, '') || ' ' || spoken)) stored,
  sought      text not null generated always as (lower(name || ' ' || coalesce(code, '') || ' ' || spoken)) stored,
  constraint only_people_have_person_hashes check (person_hash is null or kind = 'PERSON'),
  constraint nobody_is_merged_into_themselves check (merged_into <> id)
);
create unique index one_subject_per_code on registry.subject (code) where merged_into is null and code is not null;
create unique index one_subject_per_person on registry.subject (person_hash) where merged_into is null;
create unique index one_subject_per_account on registry.subject (account) where merged_into is null;
create index subject_by_name on registry.subject (kind, name, id) where listed and merged_into is null;
create index subject_by_area on registry.subject (kind, area, name, id) where listed and merged_into is null;
create index subject_by_traits on registry.subject using gin (traits);
create index subject_by_words on registry.subject using gin (words);
create index subject_by_sound on registry.subject using gin (sought gin_trgm_ops);
create index subject_by_likeness on registry.subject (kind, likeness) where merged_into is null;
create index subject_merged on registry.subject (merged_into) where merged_into is not null;
comment on column registry.subject.traits is 'What it can be filtered by today, such as stage:high_tech; made from the facts that hold.';

insert into registry.subject (id, kind, name, area, founded_on, spoken, likeness, traits, listed, created_at)
select id, 'SPACE', name, area, opened_on, '', name, array['type:' || lower(kind)], true, created_at from registry.space;
alter table registry.space add constraint a_space_is_a_subject foreign key (id) references registry.subject;

-- Facts are known of anything, hold for a time, and rest on something.
alter table registry.fact rename column space to subject;
alter table registry.fact drop constraint fact_space_fkey;
alter table registry.fact add foreign key (subject) references registry.subject;
alter table registry.fact drop constraint fact_source_check;
alter table registry.fact add check (source in ('DECLARED', 'VERIFIED', 'REGISTERED'));
alter table registry.fact add column until date;
alter table registry.fact add column evidence text not null default '';
alter table registry.fact add column verified_by uuid;
alter table registry.fact add constraint a_fact_ends_after_it_begins check (until is null or until >= as_of);
comment on column registry.fact.value is 'Empty where a later finding takes the fact back.';
create index fact_by_end on registry.fact (until) where until is not null;

-- What became of what, what belongs to what: dated and never forgotten.
create table registry.relation (
  id          uuid primary key,
  kind        text not null check (kind in ('BECAME', 'BRANCH_OF', 'SPUN_OFF', 'MANAGES', 'INVESTS_IN')),
  source      uuid not null references registry.subject,
  target      uuid not null references registry.subject,
  since       date not null,
  until       date,
  amount      bigint check (amount > 0),
  basis       text not null check (length(basis) between 2 and 200),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  constraint two_different_subjects check (source <> target),
  constraint a_relation_ends_after_it_begins check (until is null or until >= since),
  constraint one_relation_of_a_kind unique (kind, source, target, since)
);
create index relation_by_source on registry.relation (source, kind);
create index relation_by_target on registry.relation (target, kind);
create unique index what_it_became_is_one_thing on registry.relation (source) where kind = 'BECAME';

create function registry.refuse_circle() returns trigger language plpgsql as $$
begin
  if exists (
    with recursive onward(id) as (
      select new.target
      union
      select r.target from registry.relation r join onward o on r.source = o.id where r.kind = new.kind)
    select 1 from onward where id = new.source) then
    raise exception 'a circle of % through %', new.kind, new.source using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger lineage_has_no_circles before insert or update on registry.relation
  for each row execute function registry.refuse_circle();

create table registry.merge (
  id        uuid primary key,
  kept      uuid not null references registry.subject,
  gone      uuid not null references registry.subject,
  reason    text not null check (length(reason) between 2 and 400),
  merged_at timestamptz not null,
  merged_by uuid not null,
  undone_at timestamptz,
  undone_by uuid,
  constraint undone_wholly_or_not check (num_nonnulls(undone_at, undone_by) in (0, 2))
);
create index merge_by_kept on registry.merge (kept);
create index merges_by_day on registry.merge (merged_at desc);

-- Pairs that somebody has looked at and found to be two.
create table registry.distinct_pair (
  one        uuid not null references registry.subject,
  other      uuid not null references registry.subject,
  decided_by uuid not null,
  decided_at timestamptz not null,
  primary key (one, other),
  check (one < other)
);

-- Who has to do with whom, for recusal: from appointments, from records, or declared.
create table registry.tie (
  id          uuid primary key,
  person      uuid not null references access.person,
  subject     uuid not null references registry.subject,
  kind        text not null check (kind in ('EMPLOYED', 'OWNS', 'MENTORS', 'INVESTS', 'FAMILY', 'OTHER')),
  since       date not null,
  until       date,
  note        text not null default '',
  recorded_by uuid not null,
  recorded_at timestamptz not null
);
create index tie_by_person on registry.tie (person);
create index tie_by_subject on registry.tie (subject);
