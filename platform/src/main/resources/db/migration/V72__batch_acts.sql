-- Whoever acts on a batch acts on what they read: each act changes its version, and an older page is refused. Who gives a batch
-- up says why. Batches that were dropped before have neither name nor reason.
alter table payment.batch
  add column version     int not null default 1,
  add column dropped_by  uuid,
  add column dropped_at  timestamptz,
  add column dropped_why text,
  add constraint the_reason_to_drop_a_batch_has_2_to_200_characters check (length(dropped_why) between 2 and 200),
  add constraint only_a_dropped_batch_says_who_dropped_it check (num_nonnulls(dropped_by, dropped_at, dropped_why) in (0, 3) and (dropped_by is null or state = 'DROPPED')),
  add constraint a_batch_is_dropped_by_somebody_with_a_reason check (state <> 'DROPPED' or dropped_by is not null) not valid;
