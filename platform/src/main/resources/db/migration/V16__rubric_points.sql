-- What a line of a rubric is worth is the pack's; the votes on an event have three lines of a hundred points.
alter table casework.ballot drop constraint ballot_total_check;
alter table casework.ballot add constraint points_are_not_negative check (total between 0 and 1000);
