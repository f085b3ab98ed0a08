-- Every refusal that a use case may meet has the name of its rule, by which the reason that people are told is found.
create or replace function registry.refuse_circle() returns trigger language plpgsql as $$
begin
  if exists (
    with recursive onward(id) as (
      select new.target
      union
      select r.target from registry.relation r join onward o on r.source = o.id where r.kind = new.kind)
    select 1 from onward where id = new.source) then
    raise exception 'a circle of % through %', new.kind, new.source
      using errcode = 'check_violation', constraint = 'relations_close_no_circle';
  end if;
  return new;
end $$;
