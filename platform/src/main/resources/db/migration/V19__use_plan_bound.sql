-- No more is planned than was awarded; two plans of one award wait for each other.
create function award.bound_plan() returns trigger language plpgsql as $$
begin
  perform 1 from award.award where id = new.award for update;
  if (select sum(fen) from award.use_plan where award = new.award) > (select fen from award.award where id = new.award) then
    raise exception 'more is planned than was awarded' using errcode = 'check_violation', constraint = 'no_more_is_planned_than_awarded';
  end if;
  return null;
end $$;
create trigger no_more_is_planned_than_awarded after insert or update on award.use_plan for each row execute function award.bound_plan();
