-- The day of registration that an agreement was written down with was lost where the register had another one. The register counts;
-- the row keeps what was written, so that both can be seen and whoever keeps the register can mend it.
alter table evidence.entry add column founded_on date;
comment on column evidence.entry.founded_on is 'The day of registration as it was written down with an agreement; the register''s counts.';
