-- What an expert has filled in for a makerspace of an assessment, and not cast yet: the ballots themselves are kept in every version.
create schema panel;
create table panel.draft (
  round    uuid not null,
  space    uuid not null,
  expert   uuid not null,
  typed    jsonb not null constraint a_draft_has_its_bound check (length(typed::text) <= 20000),
  kept_at  timestamptz not null,
  primary key (round, space, expert)
);
comment on table panel.draft is 'One draft for each seat, as it was typed, by field; seen by its expert alone and gone once the ballot is cast.';
