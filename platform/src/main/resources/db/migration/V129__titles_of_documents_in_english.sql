-- A document that officers enter has its title in both languages, as its pack has; what was entered before has it in Chinese.
alter table policy.entered_document
  add column title_en text not null default '' check (length(title_en) <= 200);
comment on column policy.entered_document.title_en is 'The English title; empty for what was entered before it was kept.';
alter table policy.entered_document alter column title_en drop default;

create or replace function policy.keep_entered_document() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.state <> 'OPEN' then
      raise exception 'a document begins as a proposal' using errcode = 'check_violation', constraint = 'a_document_is_proposed_first';
    end if;
    return new;
  end if;
  if tg_op <> 'UPDATE' or old.state <> 'OPEN'
     or (new.id, new.pack, new.number, new.title, new.title_en, new.from_day, new.packed, new.proposed_by, new.proposer, new.proposed_at)
        is distinct from
        (old.id, old.pack, old.number, old.title, old.title_en, old.from_day, old.packed, old.proposed_by, old.proposer, old.proposed_at) then
    raise exception 'a document that was entered stays as it is' using errcode = 'check_violation', constraint = 'a_decided_document_stays';
  end if;
  return new;
end $$;
