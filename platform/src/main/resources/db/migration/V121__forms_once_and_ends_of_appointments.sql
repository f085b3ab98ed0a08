-- The number of a form stands for who did what to what with it: the same form sent again is known by it, another use of the number too.
create table audit.form (
  id      uuid not null constraint a_form_does_one_thing primary key,
  person  uuid not null,
  what    text not null check (length(what) = 64),
  done_at timestamptz not null
);
comment on table audit.form is 'Forms that did what they were sent for, each with who sent it and a hash of what it did to what.';

-- An appointment may be made until a day, also one that a second administrator confirms.
alter table administration.proposal add column until date;
comment on column administration.proposal.until is 'The last day of the appointment; empty where none is laid down.';
