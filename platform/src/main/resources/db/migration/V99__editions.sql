-- Every edition of the rules that something was filed under, by its hash: what was filed is judged by it for ever.
create table policy.edition (
  edition    text primary key check (edition ~ '^[0-9a-f]{64}$'),
  pack       text not null,
  packed     text,
  rests_on   text references policy.edition,
  values_set text[] not null default '{}',
  kept_at    timestamptz not null,
  constraint an_edition_is_a_pack_or_values_on_one check (num_nonnulls(packed, rests_on) = 1),
  constraint only_values_rest_on_a_pack check ((rests_on is null) = (values_set = '{}'))
);
comment on column policy.edition.packed is 'The files of the pack, as decision files carry them.';
comment on column policy.edition.values_set is 'The values that authorities had set since, each as one line: parameter, first day, value, document.';
create trigger editions_are_never_changed before update or delete or truncate on policy.edition
  for each statement execute function audit.refuse_change();

-- The programmes of each pack, so that one that later editions no longer have is found without reading all of them.
create table policy.edition_programme (
  edition   text not null references policy.edition,
  programme text not null,
  primary key (programme, edition)
);
create trigger programmes_of_editions_are_never_changed before update or delete or truncate on policy.edition_programme
  for each statement execute function audit.refuse_change();

-- Until now a case named the edition it was begun under, which need not be the one it was filed under.
update casework.case_file set edition = 'begun under ' || edition where filed_on is not null;

-- Rows of before are left as they are: the hash of their edition may be all that is known of it.
alter table casework.case_file
  add constraint a_case_is_judged_by_an_edition_that_is_kept foreign key (edition) references policy.edition not valid;
alter table award.award
  add constraint an_award_rests_on_an_edition_that_is_kept foreign key (edition) references policy.edition not valid;
