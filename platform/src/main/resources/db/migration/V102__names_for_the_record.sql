-- The record of acts names things by their ids; whoever reads it needs their names.
create or replace view payment.public_bank_account as
  select organisation, fingerprint, tail, state, id from payment.bank_account;
create view payment.public_payment as
  select id, award, instalment, attempt from payment.payment;
comment on view payment.public_payment is 'Payments by the award and the instalment that they pay.';
create view award.public_higher_award as
  select id, document, subject, fen from award.higher_award;
comment on view award.public_higher_award is 'Awards of higher authorities by their documents and receivers.';
create view award.public_event as
  select id, space, name from award.event;
comment on view award.public_event is 'Registered events by name and place.';
create view award.public_prize as
  select id, competition, subject from award.prize;
comment on view award.public_prize is 'Prizes by competition and winner.';
create view award.public_spending as
  select id, award, voucher from award.spending;
comment on view award.public_spending is 'What awards were spent on, by voucher.';
create view offer.public_offer as
  select id, programme, subject, fen from offer.offer;
comment on view offer.public_offer is 'Offers by programme and by whom they are made to.';
create view ledger.public_budget_line as
  select proposal, year, fen from ledger.budget_line;
comment on view ledger.public_budget_line is 'Proposed budgets by year and sum.';
create view evidence.public_batch as
  select id, space from evidence.batch;
comment on view evidence.public_batch is 'Tables of records that were sent, by the makerspace whose they are.';
create view growth.public_step as
  select id, what from growth.step;
comment on view growth.public_step is 'Planned steps in their own words.';
create view assessment.public_appeal as
  select id, space from assessment.appeal;
comment on view assessment.public_appeal is 'Appeals against points by the makerspace that appeals.';
create view keeping.public_firm_table as
  select id, name from keeping.firm_table;
comment on view keeping.public_firm_table is 'Tables of firms that were sent, by the names of their files.';
create view keeping.public_paper as
  select id, subject from keeping.paper;
comment on view keeping.public_paper is 'Papers of entries, by whose they are.';
