-- What was recognised before this system was used is brought in by an officer, with the document that recognised it.
alter table recognition.recognised_space alter column case_file drop not null;
alter table recognition.recognised_space
  add column brought_in_by uuid references access.person,
  add constraint a_recognition_rests_on_a_case_or_was_brought_in check ((case_file is null) = (brought_in_by is not null));
