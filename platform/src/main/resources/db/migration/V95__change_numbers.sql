-- A request for a change has a number by which its operator asks after it, and can be taken back until it is decided.
alter table recognition.change
  add column number bigint generated always as identity,
  add constraint the_number_of_a_change_is_its_own unique (number),
  add constraint what_was_taken_back_was_not_decided check (state <> 'WITHDRAWN' or decided_by is null);
