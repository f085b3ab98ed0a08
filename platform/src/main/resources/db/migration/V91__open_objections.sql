-- What waits to be looked at or answered, for the desks of those who do it. What adds to an objection waits with it.
create view notice.public_open_objection as
  select o.id, case o.state when 'RECEIVED' then coalesce(o.check_by, o.due_on) else o.due_on end as due_on, n.case_file
    from notice.objection o join notice.notice n on n.id = o.notice
   where o.state in ('RECEIVED', 'ADMITTED') and o.matter is null and n.state in ('OPEN', 'PAUSED');
comment on view notice.public_open_objection is 'Objections that wait to be looked at or answered, of which case and until when; nothing of who objected or why.';
