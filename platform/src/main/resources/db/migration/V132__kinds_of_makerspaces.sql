-- Which kinds of makerspace there are is said by the pack of the city; what was written down keeps its word.
alter table registry.space drop constraint space_kind_check;
alter table registry.space add constraint a_kind_is_a_word check (kind ~ '^[A-Z][A-Z0-9_]{0,39}$');
comment on column registry.space.kind is 'What kind of makerspace it is: a word of the pack, in capital letters.';
