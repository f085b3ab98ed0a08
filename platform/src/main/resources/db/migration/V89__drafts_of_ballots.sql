-- What an expert has filled in so far is kept until the ballot is cast or given back, and the day of that with it.
alter table review.ballot
  add column draft jsonb,
  add column closed_on date,
  add constraint only_an_open_ballot_has_a_draft check (draft is null or state = 'ASSIGNED'),
  add constraint an_open_ballot_has_no_last_day check (closed_on is null or state <> 'ASSIGNED');
comment on column review.ballot.draft is 'What was filled in and not yet cast, as it was typed, by field; seen by its expert alone.';
comment on column review.ballot.closed_on is 'The day on which it was cast or given back; empty for ballots of before it was written down.';
