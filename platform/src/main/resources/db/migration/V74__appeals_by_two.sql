-- Points are changed after an appeal by two officers: one says to what and on which grounds, another agrees or does not.
-- What was upheld before has one name.
alter table assessment.appeal drop constraint appeal_state_check;
alter table assessment.appeal drop constraint answered_wholly_or_not;
alter table assessment.appeal
  add column figure_after numeric,
  add column proposed_by  uuid,
  add column proposed_at  timestamptz,
  add constraint an_appeal_is_open_proposed_or_answered check (state in ('OPEN', 'PROPOSED', 'UPHELD', 'REJECTED')),
  add constraint answered_wholly_or_not check ((state in ('OPEN', 'PROPOSED')) = (answered_by is null) and num_nonnulls(answered_by, answered_at) in (0, 2)
    and (state = 'OPEN') = (points_after is null)),
  add constraint proposed_by_somebody_on_a_day check (num_nonnulls(proposed_by, proposed_at) in (0, 2) and (state <> 'PROPOSED' or proposed_by is not null)),
  add constraint nobody_proposes_on_their_own_appeal check (proposed_by <> filed_by),
  add constraint who_changes_points_does_not_agree_to_it check (state <> 'UPHELD' or answered_by <> proposed_by),
  add constraint points_are_changed_by_two check (state <> 'UPHELD' or proposed_by is not null) not valid;
drop index assessment.one_open_appeal_per_indicator;
create unique index one_open_appeal_per_indicator on assessment.appeal (round, space, indicator) where state in ('OPEN', 'PROPOSED');
