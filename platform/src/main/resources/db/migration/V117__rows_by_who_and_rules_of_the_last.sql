-- People who hold jobs are found by name too: the index of before left their rows out.
drop index evidence.entry_by_who;
create index entry_by_who on evidence.entry (who)
  where voided_at is null and kind in ('FOUNDERS', 'MENTORS', 'SESSIONS', 'FINANCING', 'STAFF', 'JOBS');

-- What stood in the code alone.
alter table transition.change
  add constraint what_changed_is_a_case foreign key (case_file) references casework.case_file;
alter table bank.answer
  add constraint only_what_is_unclear_is_cleared check (cleared_by is null or came = 'ARRIVED_AFTER_ALL');

-- A line stays as it came, also one of before that is longer: only what comes in is short.
create function bank.demand_short_reason() returns trigger language plpgsql as $$
begin
  raise exception 'a bank gives a short reason' using errcode = 'check_violation', constraint = 'a_bank_gives_a_short_reason';
end $$;
create trigger a_bank_gives_a_short_reason before insert on bank.answer
  for each row when (length(new.reason) > 401) execute function bank.demand_short_reason();
