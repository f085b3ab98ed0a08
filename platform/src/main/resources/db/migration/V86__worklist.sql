-- A list of cases is put in order by what its reader chooses; what is equal stands by its number. Each order reads one index from
-- where its page begins. The words of a programme and of an area, and who handles a case, are looked for by an index too.
drop index casework.inbox;
drop index casework.inbox_of_area;
drop index casework.case_by_filing;
drop index casework.case_by_filing_in_area;
create index inbox on casework.case_file (holder, (coalesce(due_on, date '9999-12-31')), number) where holder is not null and step <> 'DRAFT';
create index inbox_of_area on casework.case_file (area, holder, (coalesce(due_on, date '9999-12-31')), number)
  where holder is not null and step <> 'DRAFT';
create index case_by_filing on casework.case_file (filed_on, number) where filed_on is not null;
create index case_by_filing_in_area on casework.case_file (area, filed_on, number) where filed_on is not null;
create index case_by_due_day on casework.case_file ((coalesce(due_on, date '9999-12-31')), number) where filed_on is not null;
create index case_in_order on casework.case_file (number) where filed_on is not null;
create index case_by_name on casework.case_file (space_name, number) where filed_on is not null;
create index case_by_applicant on casework.case_file (operator_name, number) where filed_on is not null;
create index case_by_programme on casework.case_file (programme, number) where filed_on is not null;
create index case_by_area on casework.case_file (area, number) where filed_on is not null;
create index case_by_step on casework.case_file (step_id, number) where filed_on is not null;
create index case_by_handler on casework.case_file (assignee) where assignee is not null;
