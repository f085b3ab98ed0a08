-- The signed file of a decision, made once. The rules in it stand with their edition, so the file is kept without them.
create table decision.file (
  case_file uuid primary key references decision.decision,
  edition   text not null references policy.edition,
  body      text not null,
  sha256    text not null check (sha256 ~ '^[0-9a-f]{64}$')
);
comment on column decision.file.body is 'The file with nothing in place of the rules.';
comment on column decision.file.sha256 is 'The hash of the whole file, the rules included.';
create trigger decision_files_are_never_changed before update or delete or truncate on decision.file
  for each statement execute function audit.refuse_change();
