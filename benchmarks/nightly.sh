#!/usr/bin/env bash
# Measures the nightly run over a demonstration that large-city.sh has made a hundred times as large: every makerspace gets a higher
# award by SQL, then the rules look for who has not asked, once with everything new and once with nothing new; then a whole day passes.
# Usage: PGHOST=… PGPORT=… PGUSER=… PGPASSWORD=… benchmarks/nightly.sh [http://localhost:8080]
set -euo pipefail
. "$(dirname "$0")/common.sh"
needs curl:curl psql:postgresql-client
site_is "${1:-http://localhost:8080}"
trap 'rm -f "$jar"' EXIT
seconds() {
  local answer
  answer=$(post "$@")
  echo "${answer%% *}"
}
sign_in city1
psql -q -d postgres <<'SQL'
set session_replication_role = replica;
insert into award.higher_award (id, document, level, title, subject, fen, granted_on, received, received_on, proof, recorded_by, recorded_at, verified_by)
select gen_random_uuid(), '压测' || left(gen_random_uuid()::text, 8) || n, 'province', '压测奖励', id, 1000000, '2016-06-01', 1000000, '2016-07-01', '压测',
       gen_random_uuid(), now(), gen_random_uuid() from (select id, row_number() over () n from registry.space) s;
analyze award.higher_award;
SQL
echo "| run | seconds | grounds |"
echo "|---|---|---|"
[ "$(psql -At -d postgres -c "select count(*) > 10000 from award.higher_award where state = 'STANDING'")" = t ] ||
  give_up "the city is not large: run large-city.sh first"
grounds=$(psql -At -d postgres -c "select count(*) from award.higher_award where state = 'STANDING'")
all_new=$(seconds -X POST "$site/offers/run")
echo "| all of them new | $all_new | $grounds |"
nothing_new=$(seconds -X POST "$site/offers/run")
echo "| nothing new | $nothing_new | $grounds |"
whole_day=$(seconds -d by=day "$site/demonstration/clock")
echo "| a whole day: notices, payments, checks, offers, decisions judged again | $whole_day | $grounds |"
