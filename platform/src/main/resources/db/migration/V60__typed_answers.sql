-- Colleagues write one application together: at each question stands who answered last, and what nobody could understand is kept
-- until it is mended.
create table filing.typed_answer (
  case_file uuid not null references casework.case_file,
  fact      text not null,
  typed_by  uuid not null references access.person,
  typed_at  timestamptz not null,
  unread    text check (length(unread) between 1 and 4000),
  primary key (case_file, fact)
);
comment on table filing.typed_answer is 'Who answered a question of an application last, and when.';
comment on column filing.typed_answer.unread is 'What was typed, where it could not be understood; the case then has no such fact.';
