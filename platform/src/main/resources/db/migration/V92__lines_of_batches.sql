-- Which payments stood in a batch stays known when the batch is dropped and they go back to the queue.
create table payment.batch_line (
  batch   uuid not null references payment.batch,
  payment uuid not null references payment.payment,
  account uuid not null references payment.bank_account,
  primary key (batch, payment)
);
create index batch_line_by_payment on payment.batch_line (payment);
comment on table payment.batch_line is 'The payments that were put into a batch, with the account each was to go to.';
insert into payment.batch_line (batch, payment, account) select batch, id, account from payment.payment where batch is not null;

create function payment.keep_line() returns trigger language plpgsql
  security definer set search_path = pg_catalog, pg_temp as $$
begin
  raise exception 'the lines of a batch are never rewritten' using errcode = 'check_violation';
end $$;
create trigger lines_of_batches_are_never_rewritten before update or delete on payment.batch_line
  for each row execute function payment.keep_line();
