-- The ground of a case was kept in Chinese alone and shown so to whoever reads English. Earlier ones keep the Chinese words for both.
alter table casework.case_file add column occasion_en text check (length(occasion_en) <= 200);
alter table notice.notice add column occasion_en text;
alter table award.award add column occasion_en text;
alter table casework.case_file disable trigger user;
alter table notice.notice disable trigger user;
alter table award.award disable trigger user;
update casework.case_file set occasion_en = occasion;
update notice.notice set occasion_en = occasion;
update award.award set occasion_en = occasion;
alter table casework.case_file enable trigger user;
alter table notice.notice enable trigger user;
alter table award.award enable trigger user;
alter table casework.case_file alter column occasion_en set not null;
alter table notice.notice alter column occasion_en set not null;
alter table award.award alter column occasion_en set not null;
comment on column casework.case_file.occasion_en is 'The ground in English; of cases before V105 in Chinese.';

create or replace view casework.public_case_file as
  select id, number, programme, edition, space, space_name, operator, operator_name, area, step, holder, version, proposal, filed_on,
         step_since, due_on, due_provisional, days_left, assignee, matter, occasion, words, step_id, occasion_en
    from casework.case_file;
