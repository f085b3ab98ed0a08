-- Experts score within a time limit. When it is over, a round is closed if each space has the least number of ballots; who has not
-- scored can be replaced before. Rounds whose scoring began earlier have no limit.
alter table assessment.round add column scoring_until date;
