-- What a makerspace is built on is named by the pack of the city; what was written down keeps its word.
alter table registry.space add constraint a_carrier_is_a_word check (carrier ~ '^[A-Z][A-Z_]{0,39}$');
comment on column registry.space.carrier is 'What it is built on: a word of the pack, in capital letters.';
