-- Whose it is, and which county, also for whoever goes past the application: what moves money is confirmed and recorded
-- by an office whose area it lies in, or by one of the whole city, whose code ends in two zeros (GB/T 2260).

create function access.holds_office(who uuid, roles text[], place text) returns boolean language sql stable as $$
  select exists (
    select 1 from access.appointment a
     where a.person = who and a.role = any (roles)
       and (a.area = place or (a.role <> 'COUNTY_OFFICER' and a.area ~ '^[0-9]{4}00$')))
$$;
comment on function access.holds_office is 'Whether somebody holds, or held, one of these roles there or for the whole city; a county officer has one county only.';

create function payment.confirmed_by_the_treasury_in_charge() returns trigger language plpgsql as $$
begin
  if not access.holds_office(new.confirmed_by, array['FINANCE_OFFICER'],
       (select o.area from access.organisation o where o.id = new.organisation)) then
    raise exception using errcode = 'check_violation', constraint = 'an_account_is_confirmed_by_the_treasury_in_charge',
      message = 'a bank account is confirmed by the treasury of its county or of the city';
  end if;
  return new;
end $$;
create trigger an_account_is_confirmed_by_the_treasury_in_charge before insert or update of confirmed_by on payment.bank_account
  for each row when (new.confirmed_by is not null) execute function payment.confirmed_by_the_treasury_in_charge();

create function award.recorded_by_the_office_in_charge() returns trigger language plpgsql as $$
begin
  if not access.holds_office(new.recorded_by, array['COUNTY_OFFICER', 'CITY_OFFICER'],
       (select s.area from registry.subject s where s.id = new.subject)) then
    raise exception using errcode = 'check_violation', constraint = 'a_ground_is_recorded_by_the_office_in_charge',
      message = 'awards from above and prizes are recorded by the office of the county or of the city';
  end if;
  return new;
end $$;
create trigger a_ground_is_recorded_by_the_office_in_charge before insert on award.higher_award
  for each row execute function award.recorded_by_the_office_in_charge();
create trigger a_ground_is_recorded_by_the_office_in_charge before insert on award.prize
  for each row execute function award.recorded_by_the_office_in_charge();

create function award.verified_by_the_office_in_charge() returns trigger language plpgsql as $$
begin
  if not access.holds_office(new.verified_by, array['FINANCE_OFFICER', 'CITY_OFFICER'],
       (select s.area from registry.subject s where s.id = new.subject)) then
    raise exception using errcode = 'check_violation', constraint = 'a_receipt_is_verified_by_the_office_in_charge',
      message = 'what arrived from above is verified by the treasury of the county or by the city';
  end if;
  return new;
end $$;
create trigger a_receipt_is_verified_by_the_office_in_charge before update of verified_by on award.higher_award
  for each row when (new.verified_by is not null and new.verified_by is distinct from old.verified_by)
  execute function award.verified_by_the_office_in_charge();
