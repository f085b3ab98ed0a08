create view payment.public_batch as
  select id, number from payment.batch;
comment on view payment.public_batch is 'Batches by their numbers, for whoever names one.';
