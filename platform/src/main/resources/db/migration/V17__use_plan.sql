-- What a beneficiary means to spend an award on, item by item; what was spent stands beside it.
create table award.use_plan (
  award      uuid not null references award.award,
  item       text not null check (item in ('RENT', 'BROADBAND', 'SOFTWARE', 'TOOLS', 'EQUIPMENT', 'EVENTS', 'STAFF', 'UTILITIES')),
  fen        bigint not null check (fen > 0),
  planned_by uuid not null,
  planned_at timestamptz not null,
  primary key (award, item)
);
