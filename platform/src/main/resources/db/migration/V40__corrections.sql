-- What an applicant was asked to correct stands beside what it was: what was there when the defect was told, what is
-- there once it is corrected, and what the applicant says to it. What nobody touched stays open.
alter table casework.defect
  add column value_before text,
  add column value_after text,
  add column reply text,
  add constraint a_reply_to_a_defect_has_2_to_1000_characters check (length(reply) between 2 and 1000);
