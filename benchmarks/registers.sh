#!/usr/bin/env bash
# Measures registers, records and assessment on a running demonstration that large-city.sh has made a hundred times as large:
# p50, p95 and p99 of the directory and of profiles, the import of 100,000 rows, and the assessment of the whole city. Pushes the
# clock of the demonstration past the end of the year, without which nothing can be assessed.
# Usage: benchmarks/registers.sh [http://localhost:8080] [year]
set -euo pipefail
. "$(dirname "$0")/common.sh"
needs curl:curl python3:python3
site_is "${1:-http://localhost:8080}"
year=${2:-2018}
table=$(mktemp --suffix=.csv)
trap 'rm -f "$jar" "$table"' EXIT

# One request after another, 200 after 20 of warm-up: what a reader waits for.
measure() {
  for _ in $(seq 220); do curl -s -b "$jar" -o /dev/null -w '%{time_total} %{http_code}\n' "$site$2"; done | tail -200 |
    python3 -c "
import sys
answers = [line.split() for line in sys.stdin]
times = sorted(float(seconds) * 1000 for seconds, _ in answers)
print('| $1 | %.1f | %.1f | %.1f |' % (times[100], times[190], times[198]))
bad = [code for _, code in answers if code != '200']
if bad: sys.exit('$2 answered ' + bad[0])"
}

this_year() {
  local year
  year=$(found 'time datetime="[0-9]\{4\}' /)
  echo "${year: -4}"
}

sign_in city1
now=$(this_year)
while [ "$now" -le "$year" ]; do
  post -d by=month "$site/demonstration/clock" > /dev/null
  while curl -s "$site/" | grep -q 'href="/demonstration/clock"'; do sleep 1; done
  now=$(this_year)
done

echo '| page | p50 ms | p95 ms | p99 ms |'
echo '|---|---|---|---|'
forget
measure 'directory of firms' '/directory?kind=enterprise'
measure 'directory, two characters' '/directory?kind=enterprise&q=%E8%81%9A%E6%B2%99'
measure 'directory, pinyin' '/directory?kind=enterprise&q=jusha'
measure 'directory, a rare number' '/directory?kind=enterprise&q=399999'
measure 'directory, county and stage' '/directory?kind=enterprise&area=330402&trait=stage:high_tech'
measure 'directory, stage of a hundred thousand' '/directory?kind=enterprise&trait=size:micro'
measure 'directory of spaces' '/directory?kind=space'
firm=$(found '/directory/[0-9a-f-]\{36\}' '/directory?kind=enterprise&q=399999')
measure 'profile of a firm' "$firm"
measure 'targets' /targets
measure 'register of makerspaces' /register/spaces
measure 'register, two characters' '/register/spaces?q=%E8%BF%90%E6%B2%B3'
sign_in city2
measure 'inbox of the city' /inbox
space=$(found '/directory/[0-9a-f-]\{36\}' '/directory?kind=space&q=%E8%BF%90%E6%B2%B3')
measure 'figures of a space' "/spaces/${space##*/}/figures?year=$year"

sign_in op030
own=$(found '/spaces/[0-9a-f-]*/records' /desk)
python3 - "$year" > "$table" <<'PY'
import sys
print("活动名称,类型,日期,人数,地点")
for n in range(100000):
    print(f"测量活动{n},沙龙,{sys.argv[1]}-{n % 12 + 1:02d}-{n % 28 + 1:02d},{n % 90},路演厅")
PY
read=$(post -F "file=@$table" "$site$own/events/import")
where=${read#* }
begun=$(date +%s.%N)
post -d act=all "$where" > /dev/null
while page=$(curl -s -b "$jar" "$where"); [[ $page == *'data-state="RUNNING"'* ]]; do sleep 0.2; done
kept=$(python3 -c "import time; print('%.1f' % (time.time() - $begun))")
[[ $page == *'data-state="DONE"'* ]] || give_up "the import ended as $(grep -o 'data-state="[A-Z]*"' <<< "$page")"
echo "100,000 rows: read and judged in ${read%% *} s, kept in $kept s"

sign_in city1
opened=$(post -d "year=$year" "$site/assessments")
scored=$(post -d act=score "$site/assessments/$year")
echo "assessment of the city: opened in ${opened%% *} s; records counted, experts drawn in ${scored%% *} s"
