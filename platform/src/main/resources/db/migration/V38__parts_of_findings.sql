-- What a finding of the scrutiny is made of is kept apart from its words, so that it can be read in both languages.
-- A finding that was kept before has its whole sentence as its only part.
alter table scrutiny.warning rename column evidence to parts;
alter table scrutiny.warning alter column parts type text[] using array[parts];
