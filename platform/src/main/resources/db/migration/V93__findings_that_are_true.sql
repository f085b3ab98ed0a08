-- A finding may be true: then nothing is paid of what it is about until another officer says that it is dealt with.
alter table scrutiny.warning drop constraint warning_state_check;
alter table scrutiny.warning
  add column confirmed_by  uuid,
  add column confirmed_why text,
  add column resolved_by   uuid,
  add column resolved_why  text,
  add constraint a_finding_has_a_state check (state in ('OPEN', 'LOOKED', 'DISMISSED', 'CONFIRMED', 'RESOLVED')),
  add constraint a_true_finding_says_why check ((state in ('CONFIRMED', 'RESOLVED')) = (confirmed_by is not null) and (confirmed_by is null) = (confirmed_why is null)
    and length(confirmed_why) between 2 and 400),
  add constraint a_finding_is_dealt_with_by_somebody check ((state = 'RESOLVED') = (resolved_by is not null) and (resolved_by is null) = (resolved_why is null)
    and length(resolved_why) between 2 and 400),
  add constraint who_says_a_finding_is_true_does_not_say_it_is_dealt_with check (resolved_by <> confirmed_by);

-- An award is stopped for each reason by itself: what frees it of one leaves the other.
alter table payment.hold add column ground text not null default 'JUDGED';
alter table payment.hold alter column ground drop default;
alter table payment.hold add constraint an_award_is_stopped_for_a_known_ground check (ground in ('JUDGED', 'FINDING'));
alter table payment.hold drop constraint hold_pkey;
alter table payment.hold add primary key (award, ground);
