#!/usr/bin/env bash
# Kills the application or its database at random moments while money moves, starts again, and verifies the books: nothing lost,
# nothing twice. Usage: acceptance/money-crash.sh [points=20] [seed=1]     Needs the product built, curl, psql and a free port 8097.
set -euo pipefail
points=${1:-20}
RANDOM=${2:-1}
echo "seed ${2:-1}, $points points"
here=$(cd "$(dirname "$0")/.." && pwd)
data=$(mktemp -d)
port=8097
site=http://localhost:$port
trap 'kill_all; rm -rf "$data"' EXIT
kill_all() { pkill -9 -f "zhongchuang.*--data $data|--port $port" 2> /dev/null || true; pkill -9 -f "$data/postgres" 2> /dev/null || true; }
start() {
  (cd "$here" && exec ./zhongchuang demo --port $port --data "$data") > "$data/log" 2>&1 &
  for _ in $(seq 240); do curl -sf -o /dev/null "$site/health" && return; sleep 0.5; done
  cat "$data/log" >&2; exit 1
}
jar=$data/jar
token() { awk '/XSRF/ {print $7}' "$jar"; }
as() {
  rm -f "$jar"
  curl -s -c "$jar" -b "$jar" -o /dev/null "$site/sign-in" && curl -s -c "$jar" -b "$jar" -o /dev/null -d "login=$1" -H "X-XSRF-TOKEN: $(token)" "$site/sign-in/as" &&
    curl -s -c "$jar" -b "$jar" -o /dev/null "$site/desk"
}
post() { curl -s -c "$jar" -b "$jar" -o /dev/null -w '%{http_code} %{redirect_url}' -H "X-XSRF-TOKEN: $(token)" "$@" || true; }
# Whatever can be done with money now, by whoever may: budgets, batches, approvals, sending, results.
move() {
  as finance-officer && post --data-urlencode "table=2017	event-support	1.00	演示崩溃〔2017〕$RANDOM号" "$site/finance/budget" > /dev/null
  read -r code where <<< "$(post -d '' "$site/finance/payments")"
  [[ $where == *batches* ]] || return 0
  for one in finance-officer-2 finance-officer-3; do as $one && post -d act=approve "$where" > /dev/null; done
  as finance-officer-4 && post -d act=send "$where" > /dev/null && post -d bounce= "$where/pretend" > /dev/null
}
mkdir -p "$data"
start
for point in $(seq "$points"); do
  while move; do :; done & mover=$!
  sleep "$((RANDOM % 3)).$((RANDOM % 10))"
  if ((RANDOM % 2)); then victim=database; pkill -9 -f "$data/postgres/cluster" || true; else victim=application; pkill -9 -f "port $port" || true; fi
  kill "$mover" 2> /dev/null || true
  wait "$mover" 2> /dev/null || true
  kill_all
  sleep 1
  start
  (cd "$here" && ./zhongchuang verify ledger --data "$data") || { echo "point $point ($victim): the books do not verify" >&2; exit 1; }
done
echo "$points points: nothing lost, nothing twice"
