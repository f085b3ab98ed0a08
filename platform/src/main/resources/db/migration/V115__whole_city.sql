-- Which area is the whole city was told by the form of its code, which only areas with a code of the national standard have. The pack
-- in force says it, and the application writes it down whenever it starts.
create table access.whole_city (
  area     text not null check (length(area) between 1 and 40),
  only_one boolean not null default true constraint there_is_one_whole_city primary key check (only_one)
);
comment on table access.whole_city is 'The code of the whole city, as against its counties.';
insert into access.whole_city (area)
  select area from access.appointment where area ~ '^[0-9]{4}00$' order by since limit 1;

create or replace function access.public_holds_office(who uuid, roles text[], place text) returns boolean language sql stable as $$
  select exists (
    select 1 from access.appointment a
     where a.person = who and a.role = any (roles)
       and (a.area = place or (a.role <> 'COUNTY_OFFICER' and a.area = (select area from access.whole_city))));
$$;
