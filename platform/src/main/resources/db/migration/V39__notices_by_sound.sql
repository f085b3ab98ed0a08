-- The one search finds a public notice by how the name of whom it is about sounds: the names that fit are looked up here.
create index notice_by_name on notice.notice (space_name);
