-- A case in correction remembers the step that returned it, and goes back there.
alter table casework.case_file add column paused_at text;
update casework.case_file set paused_at = 'acceptance' where step = 'CORRECTION';
