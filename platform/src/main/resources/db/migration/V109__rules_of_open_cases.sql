-- By which rules a case is gone on with, where a later document changed them while it was open.
create schema transition;
create table transition.change (
  case_file    uuid primary key,
  filed_under  text not null,
  amendment    text not null,
  open         text not null constraint rules_of_an_open_case_change_by_a_known_rule check (open in ('NEW', 'BETTER')),
  changed_at   timestamptz not null
);
comment on table transition.change is 'The edition that such a case was filed under, the pack of the last amendment since, and what that says of open cases.';
