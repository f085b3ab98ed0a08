-- What arrived or came back lately is told on desks.
create index payment_by_settling on payment.payment (settled_on) where settled_on is not null;
