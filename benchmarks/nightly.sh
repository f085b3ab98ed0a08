#!/usr/bin/env bash
# Measures the nightly run over a demonstration that large-city.sh has made a hundred times as large: every makerspace gets a higher
# award by SQL, then the rules look for who has not asked, once with everything new and once with nothing new; then a whole day passes.
# Usage: PGHOST=… PGPORT=… PGUSER=… PGPASSWORD=… benchmarks/nightly.sh [http://localhost:8080]     Needs curl and psql.
set -euo pipefail
site=${1:-http://localhost:8080}
case "$site" in http://localhost:* | http://127.0.0.1:*) ;; *) echo "only a server on this machine is measured" >&2; exit 2 ;; esac
jar=$(mktemp)
trap 'rm -f "$jar"' EXIT
token() { awk '/XSRF/ {print $7}' "$jar"; }
post() { curl -s -c "$jar" -b "$jar" -o /dev/null -w '%{time_total}\n' -H "X-XSRF-TOKEN: $(token)" -X POST "$@"; }
curl -s -c "$jar" -b "$jar" -o /dev/null "$site/sign-in"
post -d login=city1 "$site/sign-in/as" > /dev/null
curl -s -c "$jar" -b "$jar" -o /dev/null "$site/desk"
psql -q -d postgres <<'SQL'
set session_replication_role = replica;
insert into award.higher_award (id, document, level, title, subject, fen, granted_on, received, received_on, proof, recorded_by, recorded_at, verified_by)
select gen_random_uuid(), '压测' || left(gen_random_uuid()::text, 8) || n, 'province', '压测奖励', id, 1000000, '2016-06-01', 1000000, '2016-07-01', '压测',
       gen_random_uuid(), now(), gen_random_uuid() from (select id, row_number() over () n from registry.space) s;
analyze award.higher_award;
SQL
echo "| run | seconds | grounds |"
echo "|---|---|---|"
grounds=$(psql -At -d postgres -c "select count(*) from award.higher_award where state = 'STANDING'")
echo "| all of them new | $(post "$site/offers/run") | $grounds |"
echo "| nothing new | $(post "$site/offers/run") | $grounds |"
echo "| a whole day: notices, payments, checks, offers, decisions judged again | $(post -d by=day "$site/demonstration/clock") | $grounds |"
