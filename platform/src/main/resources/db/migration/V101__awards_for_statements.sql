-- Statements add awards up by clause, the latest decision first.
create or replace view award.public_award as
  select id, case_file, number, programme, payer, year, subject, name, organisation, area, fen, clause, decided_on from award.award;
