-- Values that are proposed together are decided together: they share a sheet.
alter table amendment.proposal add column sheet uuid;
create index proposals_of_sheet on amendment.proposal (sheet) where sheet is not null;
