-- Decisions that would come out lower today, by facts or rules that were corrected backwards.
create table recovery.affected (
  award    uuid primary key references award.award,
  fen      bigint not null check (fen >= 0),
  why      text not null,
  edition  text not null,
  found_on date not null,
  kept_by  uuid,
  reason   text check (length(reason) between 5 and 400),
  constraint kept_with_reason check (num_nonnulls(kept_by, reason) in (0, 2))
);
comment on column recovery.affected.fen is 'What the rules come to now.';
create table recovery.look (
  only_row boolean primary key default true check (only_row),
  day      date not null,
  edition  text not null
);
