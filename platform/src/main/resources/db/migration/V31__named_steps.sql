-- A step is of one of the kinds that the program knows and has an id in its programme, which the pack gives. Three steps of a loan
-- had become kinds of their own; they are reviews by other offices. Who holds a step is the pack's to say: no list stands here.
alter table casework.case_file drop constraint a_known_step;
alter table casework.case_file drop constraint a_known_holder;
alter table casework.case_file add column step_id text;
update casework.case_file
   set step_id = lower(step), step = case when step in ('TRAINING', 'CREDIT', 'LOAN') then 'REVIEW' else step end;
alter table casework.case_file alter column step_id set not null;
alter table casework.case_file add constraint a_step_has_an_id check (step_id ~ '^[a-z][a-z_]{1,39}$');
alter table casework.case_file add constraint a_known_kind_of_step check (step in ('DRAFT', 'ACCEPTANCE', 'CORRECTION', 'REVIEW',
  'SITE_VISIT', 'CITY_REVIEW', 'EXPERT_SCORING', 'MEETING', 'NOTICE', 'DECISION', 'GRANTED', 'REFUSED', 'WITHDRAWN'));
alter table casework.case_file add constraint an_office_holds_it check (holder ~ '^[A-Z][A-Z_]{1,39}$');
comment on column casework.case_file.step is 'The kind of the step, or draft, correction or an end.';
comment on column casework.case_file.step_id is 'The id of the step in its programme, such as training; otherwise the word of step.';

create or replace view casework.public_case_file as
  select id, number, programme, edition, space, space_name, operator, operator_name, area, step, holder, version, proposal, filed_on,
         step_since, due_on, due_provisional, days_left, assignee, matter, occasion, words, step_id
    from casework.case_file;
