#!/usr/bin/env bash
# Measures the pages people open most on a running demonstration: p50 and p95 in milliseconds over a few seconds each.
# Usage: benchmarks/pages.sh [http://localhost:8080] [seconds]
set -euo pipefail
. "$(dirname "$0")/common.sh"
needs curl:curl wrk:wrk
site_is "${1:-http://localhost:8080}"
seconds=${2:-8}
script=$(mktemp --suffix=.lua)
trap 'rm -f "$jar" "$script"' EXIT
cat > "$script" <<'LUA'
done = function(summary, latency, requests)
  io.write(string.format("RESULT %.1f %.1f %.1f %d %d\n", latency:percentile(50) / 1000, latency:percentile(95) / 1000,
    latency:percentile(99) / 1000, summary.requests / (summary.duration / 1000000), summary.errors.status + summary.errors.timeout))
end
LUA

measure() {
  local cookie
  [ "$(curl -s -b "$jar" -o /dev/null -w '%{http_code}' "$site$2")" = 200 ] || give_up "$2 is no page for this reader"
  cookie="SESSION=$(awk '$6 == "SESSION" {print $7}' "$jar")"
  wrk -t1 -c4 -d2s -H "Cookie: $cookie" "$site$2" > /dev/null
  read -r _ p50 p95 p99 rate errors < <(wrk -t1 -c4 -d"${seconds}s" -s "$script" -H "Cookie: $cookie" "$site$2" | grep RESULT)
  [ "$errors" = 0 ] && [ "$rate" -gt 0 ] || give_up "$2: $rate requests a second, $errors errors"
  printf '| %s | %s | %s | %s | %s |\n' "$1" "$p50" "$p95" "$p99" "$rate"
}

echo '| page | p50 ms | p95 ms | p99 ms | requests/s |'
echo '|---|---|---|---|---|'
forget
measure 'home: the live document' /
measure 'clause 五(二)' '/policies/jiaxing-2015-90/clauses/%E4%BA%94(%E4%BA%8C)'
measure 'register' /register/spaces
measure 'register, two-character search' '/register/spaces?q=%E8%BF%90%E6%B2%B3'
measure 'notices' /notices
sign_in city1
measure 'inbox of the city' /inbox
measure 'all cases, newest first' '/inbox?show=all'
measure 'all cases, two-character search' '/inbox?show=all&q=%E8%BF%90%E6%B2%B3'
case_path=$(found '/cases/ZC[0-9-]*' '/inbox?show=all')
measure 'one case' "$case_path"
measure 'desk of the city' /desk
