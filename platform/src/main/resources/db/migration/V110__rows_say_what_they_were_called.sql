-- The register has a tenant's name of today; a row also keeps the name under which it was written down, so that a correction of the
-- name can be read afterwards, and found.
alter table evidence.entry add column called text not null default '';
comment on column evidence.entry.called is 'The tenant as the row was written down; empty in rows from before this was kept.';
create index entry_by_called on evidence.entry (called) where called <> '';

create or replace view evidence.public_entry as
  select id, space, kind, day, until, term, subject, party, class, amount, quantity, number, replaces, voided_at, ended, who,
         called, title, unit, reference, founded_on, void_reason
    from evidence.entry;

-- Acts about a row of the records name it in their detail; whoever looks for a tenant finds them by it.
create index entry_by_row on audit.entry (detail, at, id) where detail like 'row:%';
