-- What the minute's work is due next, kept by db-scheduler; the columns are the library's.
create table calendar.scheduled_work (
  task_name            text not null,
  task_instance        text not null,
  task_data            bytea,
  execution_time       timestamptz not null,
  picked               boolean not null,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures integer,
  last_heartbeat       timestamptz,
  version              bigint not null,
  priority             smallint,
  primary key (task_name, task_instance)
);
create index scheduled_work_by_time on calendar.scheduled_work (execution_time);
create index scheduled_work_by_heartbeat on calendar.scheduled_work (last_heartbeat);

-- How each work went the last time.
create table calendar.work (
  work          text primary key check (work ~ '^[a-z][a-z-]{1,60}$'),
  last_run      timestamptz not null,
  took_ms       bigint not null check (took_ms >= 0),
  node          text not null,
  last_success  timestamptz,
  last_failure  timestamptz,
  failure       text check (length(failure) <= 500),
  failures      integer not null default 0 check (failures >= 0),
  waits_since   timestamptz,
  waits_zh      text,
  waits_en      text,
  waits_address text,

  constraint work_that_waits_says_for_what check (num_nonnulls(waits_since, waits_zh, waits_en, waits_address) in (0, 4)),
  constraint work_that_waits_has_not_failed check (waits_since is null or failures = 0),
  constraint work_that_failed_says_how check ((last_failure is null) = (failure is null))
);
comment on column calendar.work.failures is 'In a row; 0 after a run that went well or waits.';
comment on column calendar.work.last_run is 'Real time, as all times here: a demonstration clock does not push machines.';

-- The last times that each went wrong; a hundred of each work are kept.
create table calendar.work_failure (
  id      bigint generated always as identity primary key,
  work    text not null,
  at      timestamptz not null,
  message text not null check (length(message) <= 500),
  node    text not null
);
create index work_failure_by_work on calendar.work_failure (work, id desc);
