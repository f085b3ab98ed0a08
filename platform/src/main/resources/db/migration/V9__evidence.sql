create schema evidence;

-- What operators write down, row by row. A correction voids a row and adds one; nothing is overwritten.
create table evidence.entry (
  id          bigint generated always as identity primary key,
  space       uuid not null references registry.space,
  kind        text not null,
  day         date not null,
  until       date,
  term        daterange not null generated always as (daterange(day, until, '[]')) stored,
  subject     uuid references registry.subject,
  party       text not null default '',
  title       text not null default '',
  unit        text,
  class       text not null default '',
  reference   text not null default '',
  amount      bigint,
  quantity    numeric(12, 2),
  number      int,
  digest      text not null,
  batch       uuid,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  voided_at   timestamptz,
  voided_by   uuid,
  void_reason text,
  replaces    bigint references evidence.entry,
  constraint a_row_ends_after_it_begins check (until is null or until >= day),
  constraint nothing_is_less_than_nothing check (amount >= 0 and quantity >= 0 and number >= 0),
  constraint voided_wholly_or_not check (num_nonnulls(voided_at, voided_by, void_reason) in (0, 3)),
  -- Terms on one unit never overlap; an open term holds the future until it is ended (O1).
  constraint one_tenant_per_unit_at_a_time
    exclude using gist (space with =, unit with =, term with &&) where (kind = 'AGREEMENTS' and unit is not null and voided_at is null)
);
create index entry_by_space on evidence.entry (space, kind, day desc, id desc) where voided_at is null;
create index entry_by_subject on evidence.entry (subject, kind) where voided_at is null;
create index entry_by_batch on evidence.entry (batch) where batch is not null;
create index entry_by_kind on evidence.entry (kind, day) where voided_at is null;
-- Who is named in records: asked whenever experts are drawn.
create index entry_by_party on evidence.entry (party)
  where voided_at is null and kind in ('FOUNDERS', 'MENTORS', 'SESSIONS', 'FINANCING', 'STAFF');
create unique index the_same_row_once on evidence.entry (space, kind, digest) where voided_at is null;

-- One upload: read first, accepted by its sender, and undone as a whole if need be.
create table evidence.batch (
  id          uuid primary key,
  space       uuid not null references registry.space,
  kind        text not null,
  file        uuid not null references file.stored,
  name        text not null,
  state       text not null check (state in ('READ', 'RUNNING', 'DONE', 'FAILED', 'UNDONE', 'DROPPED')),
  rows        int not null,
  good        int not null,
  done        int not null default 0,
  kept        int not null default 0,
  findings    jsonb not null,
  question    text not null default '',
  sent_by     uuid not null,
  sent_at     timestamptz not null,
  undone_at   timestamptz,
  constraint undone_is_dated check ((state = 'UNDONE') = (undone_at is not null))
);
create index batch_by_space on evidence.batch (space, sent_at desc);

-- A closed period: the figures as they were, with their rows, never changed; a later version restates them.
create table evidence.statement (
  id        uuid primary key,
  space     uuid not null references registry.space,
  year      int not null,
  version   int not null,
  figures   text not null check (figures is json),
  sha256    text not null,
  reason    text not null default '',
  closed_at timestamptz not null,
  closed_by uuid not null,
  constraint one_version_once unique (space, year, version),
  constraint a_restatement_says_why check (version = 1 or length(reason) >= 2)
);
create trigger statements_are_never_changed before update or delete or truncate on evidence.statement
  for each statement execute function audit.refuse_change();

-- An operator may correct a closed year while a restatement of it is open, and not otherwise.
create table evidence.restatement (
  id        uuid primary key,
  space     uuid not null references registry.space,
  year      int not null,
  reason    text not null check (length(reason) >= 2),
  opened_at timestamptz not null,
  opened_by uuid not null,
  closed_at timestamptz
);
create unique index one_open_restatement_per_year on evidence.restatement (space, year) where closed_at is null;

-- Whether a row would change a figure of a closed year: its day lies there, or its term reaches into it.
create function evidence.is_frozen(which_space uuid, first_day date, last_day date) returns boolean language sql stable as $$
  select exists (
    select 1 from evidence.statement s
     where s.space = which_space
       and daterange(first_day, last_day, '[]') && daterange(make_date(s.year, 1, 1), make_date(s.year, 12, 31), '[]')
       and not exists (select 1 from evidence.restatement r where r.space = s.space and r.year = s.year and r.closed_at is null))
$$;

create function evidence.keep_frozen() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'evidence is voided, never deleted';
  end if;
  if tg_op = 'UPDATE' then
    if (to_jsonb(new) - array['voided_at', 'voided_by', 'void_reason', 'term']) <> (to_jsonb(old) - array['voided_at', 'voided_by', 'void_reason', 'term']) then
      raise exception 'evidence is never overwritten';
    end if;
    if old.voided_at is not null and new.voided_at is null then
      raise exception 'what was voided stays voided';
    end if;
    -- Ending an open term changes only the days after its new end.
    if new.void_reason = 'ENDED' then
      return new;
    end if;
  end if;
  if tg_op = 'INSERT' and new.replaces is not null
     and (select e.void_reason = 'ENDED' and e.day = new.day and e.until is null from evidence.entry e where e.id = new.replaces) then
    if evidence.is_frozen(new.space, new.until + 1, new.until + 1) and new.until is not null then
      raise exception 'the year is closed' using errcode = 'ZC001';
    end if;
    return new;
  end if;
  if evidence.is_frozen(new.space, new.day, coalesce(new.until, new.day)) then
    raise exception 'the year is closed' using errcode = 'ZC001';
  end if;
  return new;
end $$;
create trigger closed_years_stay_closed before insert or update or delete on evidence.entry
  for each row execute function evidence.keep_frozen();

-- Who ends a row writes down until when it held.
create function evidence.demand_end() returns trigger language plpgsql as $$
begin
  if not exists (select 1 from evidence.entry e where e.replaces = new.id and e.day = new.day and e.until is not null) then
    raise exception 'a row was ended without its end';
  end if;
  return null;
end $$;
create constraint trigger an_ended_row_has_its_end after update on evidence.entry
  deferrable initially deferred for each row when (new.void_reason = 'ENDED') execute function evidence.demand_end();
create index entry_by_replaced on evidence.entry (replaces) where replaces is not null;
