-- Every line that a bank sent about a batch stays as it came, with what was made of it; one that contradicts what is on record is cleared by two.
alter table payment.hold drop constraint an_award_is_stopped_for_a_known_ground;
alter table payment.hold add constraint an_award_is_stopped_for_a_known_ground check (ground in ('JUDGED', 'FINDING', 'BANK'));

create schema bank;
create table bank.answer (
  file        uuid not null,
  line        int not null check (line > 0),
  batch       uuid not null,
  payment     uuid not null,
  arrived     boolean not null,
  fen         bigint not null,
  reason      text not null,
  came        text not null,
  read_by     uuid not null,
  read_at     timestamptz not null,
  cleared_by  uuid,
  cleared_at  timestamptz,
  cleared_why text check (length(cleared_why) between 2 and 200),
  primary key (file, line),
  constraint something_came_of_an_answer check (came in ('ARRIVED', 'BOUNCED', 'SAME', 'CAME_BACK', 'ARRIVED_AFTER_ALL', 'BOTH', 'OTHER_SUM', 'OTHER_PAYMENT')),
  constraint an_answer_is_cleared_by_somebody_with_a_reason check (num_nonnulls(cleared_by, cleared_at, cleared_why) in (0, 3)),
  constraint who_reads_an_answer_does_not_clear_it check (cleared_by <> read_by)
);
create index answer_by_batch on bank.answer (batch, read_at desc);
create index answer_by_payment on bank.answer (payment) where came = 'ARRIVED_AFTER_ALL';
comment on table bank.answer is 'What the bank said of payments, line by line, and what was made of it.';

create function bank.keep_answer() returns trigger language plpgsql
  security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'DELETE' or old.cleared_by is not null or new.cleared_by is null or new.came <> 'ARRIVED_AFTER_ALL'
     or (old.file, old.line, old.batch, old.payment, old.arrived, old.fen, old.reason, old.came, old.read_by, old.read_at)
        is distinct from (new.file, new.line, new.batch, new.payment, new.arrived, new.fen, new.reason, new.came, new.read_by, new.read_at) then
    raise exception 'an answer of the bank is never rewritten' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger answers_are_never_rewritten before update or delete on bank.answer for each row execute function bank.keep_answer();
