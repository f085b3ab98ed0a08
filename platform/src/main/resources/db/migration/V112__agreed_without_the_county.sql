-- A change of a recognition is agreed to after the county was heard; where it is not, the decision says why.
alter table recognition.change
  add column without_opinion text check (length(without_opinion) between 2 and 1000),
  add constraint only_what_is_agreed_to_says_why_the_county_was_not_heard check (without_opinion is null or (state = 'APPROVED' and opinion is null));
comment on column recognition.change.without_opinion is 'Why it was agreed to before the county said what it thinks.';
