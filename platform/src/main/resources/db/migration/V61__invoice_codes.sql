-- An invoice of these years is told apart by its code and its number together: eight digits alone repeat under other codes.
-- Electronic invoices without a code are told apart by number and seller.
alter table filing.invoice add column code text not null default '' check (code ~ '^([0-9]{10}|[0-9]{12})?$');
comment on column filing.invoice.code is 'The invoice code 发票代码; empty where the invoice has none.';

drop index filing.each_invoice_once;
drop index filing.each_invoice_once_in_a_case;
create unique index each_invoice_once on filing.invoice (number, code, (case when code = '' then seller else '' end)) where live;
create unique index each_invoice_once_in_a_case
  on filing.invoice (case_file, number, code, (case when code = '' then seller else '' end));
