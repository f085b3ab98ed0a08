-- What failed at a visit has its reason, by the item of the checklist; a colleague who does not agree with the record
-- says why, and it does not count.
alter table review.visit
  add column faults jsonb not null default '{}',
  add column disputed text,
  add constraint a_disputed_visit_is_not_confirmed check (disputed is null or (not confirmed and length(disputed) between 2 and 1000));
