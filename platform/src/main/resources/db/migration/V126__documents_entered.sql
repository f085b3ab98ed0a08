-- Documents that officers enter while the city works: the files of a pack, proposed by one officer and approved by another.
create table policy.entered_document (
  id          uuid primary key,
  pack        text not null check (pack ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
  number      text not null check (length(number) between 1 and 60),
  title       text not null check (length(title) between 1 and 200),
  from_day    date not null,
  packed      text not null check (length(packed) <= 12000000),
  state       text not null check (state in ('OPEN', 'APPROVED', 'REJECTED', 'WITHDRAWN')),
  proposed_by uuid not null,
  proposer    text not null,
  proposed_at timestamptz not null,
  decided_by  uuid,
  decider     text,
  decided_at  timestamptz,
  answer      text not null default '' check (length(answer) <= 1000),
  constraint a_second_person_approves_a_document check (state not in ('APPROVED', 'REJECTED') or decided_by <> proposed_by),
  constraint who_decided_a_document_is_known check ((state = 'OPEN') = (decided_by is null) and (decided_by is null) = (decided_at is null))
);
comment on table policy.entered_document is 'Documents that officers entered, with the files of their packs; from approval on the city works by them.';
comment on column policy.entered_document.packed is 'The files of the pack by path, as editions keep them.';
create unique index one_document_of_a_pack on policy.entered_document (pack) where state in ('OPEN', 'APPROVED');
create index entered_document_by_day on policy.entered_document (proposed_at desc, id);

create function policy.keep_entered_document() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.state <> 'OPEN' then
      raise exception 'a document begins as a proposal' using errcode = 'check_violation', constraint = 'a_document_is_proposed_first';
    end if;
    return new;
  end if;
  if tg_op <> 'UPDATE' or old.state <> 'OPEN'
     or (new.id, new.pack, new.number, new.title, new.from_day, new.packed, new.proposed_by, new.proposer, new.proposed_at)
        is distinct from (old.id, old.pack, old.number, old.title, old.from_day, old.packed, old.proposed_by, old.proposer, old.proposed_at) then
    raise exception 'a document that was entered stays as it is' using errcode = 'check_violation', constraint = 'a_decided_document_stays';
  end if;
  return new;
end $$;
create trigger entered_documents_stay before insert or update or delete on policy.entered_document
  for each row execute function policy.keep_entered_document();
