#!/usr/bin/env bash
# Measures registers, records and assessment on a running demonstration that LargeCity has made a hundred times as large:
# p50 and p95 of the directory and of profiles, the import of 100,000 rows, and the assessment of the whole city.
# Usage: benchmarks/registers.sh [http://localhost:8080] [year]     Needs curl and python3.
set -euo pipefail
site=${1:-http://localhost:8080}
year=${2:-2017}
case "$site" in http://localhost:* | http://127.0.0.1:*) ;; *) echo "only a server on this machine is measured" >&2; exit 2 ;; esac
jar=$(mktemp)
table=$(mktemp --suffix=.csv)
trap 'rm -f "$jar" "$table"' EXIT

sign_in() {
  : > "$jar"
  curl -s -c "$jar" -b "$jar" -o /dev/null "$site/sign-in"
  curl -s -c "$jar" -b "$jar" -o /dev/null -d "login=$1" -H "X-XSRF-TOKEN: $(token)" "$site/sign-in/as"
  curl -s -c "$jar" -b "$jar" -o /dev/null "$site/desk"
}
token() { awk '/XSRF/ {print $7}' "$jar"; }
post() { curl -s -c "$jar" -b "$jar" -o /dev/null -w '%{time_total} %{redirect_url}\n' -H "X-XSRF-TOKEN: $(token)" "$@"; }

# One request after another, 100 after 20 of warm-up: what a reader waits for.
measure() {
  for _ in $(seq 120); do curl -s -b "$jar" -o /dev/null -w '%{time_total} %{http_code}\n' "$site$2"; done | tail -100 |
    python3 -c "import sys; a=[l.split() for l in sys.stdin]; t=sorted(float(x[0])*1000 for x in a); bad=sum(x[1]!='200' for x in a); print('| $1 | %.1f | %.1f | %d |' % (t[50], t[95], bad))"
}

echo '| page | p50 ms | p95 ms | errors |'
echo '|---|---|---|---|'
: > "$jar"
measure 'directory of firms' '/directory?kind=enterprise'
measure 'directory, two characters' '/directory?kind=enterprise&q=%E8%81%9A%E6%B2%99'
measure 'directory, pinyin' '/directory?kind=enterprise&q=jusha'
measure 'directory, a rare number' '/directory?kind=enterprise&q=399999'
measure 'directory, county and stage' '/directory?kind=enterprise&area=330402&trait=stage:high_tech'
measure 'directory, stage of a hundred thousand' '/directory?kind=enterprise&trait=size:micro'
measure 'directory of spaces' '/directory?kind=space'
firm=$(curl -s "$site/directory?kind=enterprise&q=399999" | grep -o '/directory/[0-9a-f-]\{36\}' | head -1)
measure 'profile of a firm' "$firm"
measure 'targets' /targets
sign_in city2
space=$(curl -s -b "$jar" "$site/directory?kind=space&q=%E8%BF%90%E6%B2%B3" | grep -o '/directory/[0-9a-f-]\{36\}' | head -1 | sed 's#/directory/##')
measure 'figures of a space' "/spaces/$space/figures?year=$year"

sign_in op030
own=$(curl -s -b "$jar" "$site/desk" | grep -o '/spaces/[0-9a-f-]*/records' | head -1)
python3 - "$year" > "$table" <<'PY'
import sys
print("活动名称,类型,日期,人数,地点")
for n in range(100000):
    print(f"测量活动{n},沙龙,{sys.argv[1]}-{n % 12 + 1:02d}-{n % 28 + 1:02d},{n % 90},路演厅")
PY
read -r seconds where < <(curl -s -c "$jar" -b "$jar" -o /dev/null -w '%{time_total} %{redirect_url}\n' -H "X-XSRF-TOKEN: $(token)" -F "file=@$table" "$site$own/events/import")
begun=$(date +%s.%N)
post -d act=all "$where" > /dev/null
while page=$(curl -s -b "$jar" "$where"); [[ $page == *'data-state="RUNNING"'* ]]; do sleep 0.2; done
echo "100,000 rows: read and judged in $seconds s, kept in $(python3 -c "import time; print('%.1f' % (time.time() - $begun))") s, $(grep -o 'data-state="[A-Z]*"' <<< "$page")"

sign_in city1
echo "assessment of the city: opened in $(post -d "year=$year" "$site/assessments")"
echo "records counted, experts drawn: $(post -d act=score "$site/assessments/$year")"
