-- A budget is proposed by one and approved by another of the same treasury; what is proposed is read before it is booked.
create table ledger.budget_proposal (
  id          uuid primary key,
  payer       text not null,
  state       text not null,
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  decided_by  uuid,
  decided_at  timestamptz,
  constraint a_budget_waits_or_is_approved_or_dropped check (state in ('PROPOSED', 'APPROVED', 'DROPPED')),
  constraint a_budget_is_decided_by_somebody_on_a_day check (num_nonnulls(decided_by, decided_at) = case state when 'PROPOSED' then 0 else 2 end),
  constraint who_proposes_a_budget_does_not_approve_it check (state <> 'APPROVED' or decided_by <> proposed_by)
);
create index budget_proposal_that_waits on ledger.budget_proposal (payer, proposed_at desc) where state = 'PROPOSED';
create table ledger.budget_line (
  proposal  uuid not null references ledger.budget_proposal,
  seq       int not null,
  year      int not null,
  programme text not null,
  fen       bigint not null,
  document  text not null,
  primary key (proposal, seq),
  constraint a_line_of_a_budget_changes_something check (fen <> 0),
  constraint the_document_of_a_budget_has_2_to_60_characters check (length(document) between 2 and 60)
);
create trigger lines_of_a_budget_are_never_changed before update or delete or truncate on ledger.budget_line
  for each statement execute function audit.refuse_change();

create function ledger.keep_proposal() returns trigger language plpgsql
  security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'DELETE' or old.state <> 'PROPOSED'
     or (old.payer, old.proposed_by, old.proposed_at) is distinct from (new.payer, new.proposed_by, new.proposed_at) then
    raise exception 'a proposed budget is decided once and never rewritten' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger proposed_budgets_are_never_rewritten before update or delete on ledger.budget_proposal
  for each row execute function ledger.keep_proposal();
