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

create function figure.refuse_closed_year() returns void language plpgsql as $$
begin
  raise exception 'the year is closed' using errcode = 'check_violation', constraint = 'records_of_a_closed_year_are_as_they_were';
end $$;

create or replace function figure.keep_frozen() returns trigger language plpgsql as $$
begin
  -- Ending an open term changes only the days after its new end.
  if tg_op = 'UPDATE' and new.ended then
    return new;
  end if;
  if tg_op = 'INSERT' and new.replaces is not null
     and (select e.ended and e.day = new.day and e.until is null from evidence.public_entry e where e.id = new.replaces) then
    if figure.is_frozen(new.space, new.until + 1, new.until + 1) and new.until is not null then
      perform figure.refuse_closed_year();
    end if;
    return new;
  end if;
  if figure.is_frozen(new.space, new.day, coalesce(new.until, new.day)) then
    perform figure.refuse_closed_year();
  end if;
  return new;
end $$;
