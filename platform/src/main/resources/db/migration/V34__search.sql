-- The one search looks for words of two characters and for the beginnings of numbers; every list that it asks has an index for both.
create index notice_by_words on notice.notice using gin (registry.public_words(title || ' ' || space_name || ' ' || operator_name));
create index award_by_words on award.award using gin (registry.public_words(number || ' ' || name || ' ' || document));
create index award_by_number on award.award (number text_pattern_ops);
create index case_by_number on casework.case_file (number text_pattern_ops) where number is not null;
create index certificate_by_code on recognition.recognised_space (code text_pattern_ops);
