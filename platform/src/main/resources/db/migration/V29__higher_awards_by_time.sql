-- The register of awards from above is read page by page, the latest first.
create index higher_award_by_time on award.higher_award (recorded_at, id);
