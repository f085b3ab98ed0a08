#!/usr/bin/env bash
# Measures postings of the ledger against pgbench's tpcb-like on the same server in the same run, at 1, 8 and 32 clients: spread over
# accounts, all on one hot budget, and in batches of 100 a transaction. Works in a database of its own with the whole schema of
# the product, which it drops again.
# Usage: PGHOST=… PGPORT=… PGUSER=… PGPASSWORD=… benchmarks/ledger.sh [seconds]
set -euo pipefail
. "$(dirname "$0")/common.sh"
needs psql:postgresql-client pgbench:postgresql-contrib
seconds=${1:-10}
here=$(cd "$(dirname "$0")/.." && pwd)
files=$(mktemp -d)
trap 'psql -q -d postgres -c "drop database if exists ledger_bench with (force)"; rm -rf "$files"' EXIT
psql -q -d postgres -c 'drop database if exists ledger_bench with (force)' -c 'create database ledger_bench'
run() { psql -q -v ON_ERROR_STOP=1 -d ledger_bench "$@"; }

# The whole schema as the product has it; of the awards only what the ledger points at, put in behind the triggers' backs.
for migration in $(ls "$here"/platform/src/main/resources/db/migration/V*.sql | sort -V); do run -f "$migration" > /dev/null; done
run <<'SQL'
set session_replication_role = replica;
insert into award.award select md5(n::text)::uuid, md5(n::text)::uuid, 'B' || n, 'p' || n % 1000, '五(二)-4', 'bench', '330400', 2017, md5(n::text)::uuid, '演示',
  md5(n::text)::uuid, '330402', '', '', 100, 100, '', null, current_date, 'bench', current_date from generate_series(1, 20000) n;
set session_replication_role = origin;
insert into ledger.account (kind, payer, year, programme, matter)
select k, '330400', 2017, p, '' from unnest(array['APPROPRIATION', 'BUDGET']) k, (select 'p' || n p from generate_series(0, 999) n union all select 'hot') x;
insert into ledger.account (kind, payer, year, programme, matter)
select 'COMMITTED', '330400', 2017, p, md5(n::text)::uuid::text from generate_series(1, 20000) n, lateral (values ('p' || n % 1000), ('hot')) v(p);
select ledger.post(array['fund:' || p || ':' || i], array['BUDGETED'], array[null::uuid], array[current_date], array['bench'], now(), null, array[1, 1],
  array['APPROPRIATION', 'BUDGET'], array['330400', '330400'], array[2017, 2017], array[p, p], array['', ''], array[-1000000000::bigint, 1000000000])
  from (select 'p' || n p from generate_series(0, 999) n union all select 'hot') x, generate_series(1, 16) i \g /dev/null
vacuum analyze;
SQL
posting() {
  cat <<SQL
\set n random(1, 20000)
\set k random(1, 9000000000000000)
select ledger.post(array['b:' || :k], array['COMMITTED'], array[md5(:n::text)::uuid], array[current_date], array['bench'], now(), null, array[1, 1],
  array['BUDGET', 'COMMITTED'], array['330400', '330400'], array[2017, 2017], array[$1, $1], array['', md5(:n::text)::uuid::text], array[-1::bigint, 1]);
SQL
}
posting "'p' || (:n % 1000)" > "$files/spread.sql"
posting "'hot'" > "$files/hot.sql"
cat > "$files/batch.sql" <<'SQL'
\set k random(1, 9000000000000000)
select ledger.post(array_agg('b:' || :k || ':' || i order by i), array_agg('COMMITTED'::text order by i), array_agg(md5(n::text)::uuid order by i), array_agg(current_date order by i),
  array_agg('bench'::text order by i), now(), null, (select array_agg(1 + (j - 1) / 2 order by j) from generate_series(1, 200) j)::int[],
  (select array_agg(case when j % 2 = 1 then 'BUDGET' else 'COMMITTED' end order by j) from generate_series(1, 200) j),
  array_fill('330400'::text, array[200]), array_fill(2017, array[200]), array_fill('hot'::text, array[200]),
  (select array_agg(case when j % 2 = 1 then '' else md5((1 + (:k + (j / 2) * 7919) % 20000)::text)::uuid::text end order by j) from generate_series(1, 200) j),
  (select array_agg(case when j % 2 = 1 then -1 else 1 end::bigint order by j) from generate_series(1, 200) j))
  from (select i, 1 + (:k + i * 7919) % 20000 n from generate_series(1, 100) i) x;
SQL
pgbench -q -i -s 50 ledger_bench > /dev/null 2>&1
# Transactions a second; an error of the server, or none at all, ends the run.
tps() {
  local answer
  answer=$(pgbench -n -T "$seconds" -c "$1" -j 2 "${@:2}" ledger_bench 2>&1) || give_up "$answer"
  if grep -q ERROR <<< "$answer"; then give_up "$(grep -m 3 ERROR <<< "$answer")"; fi
  awk '/^tps/ {print $3}' <<< "$answer" | grep . || give_up "nothing was measured: $answer"
}

echo '| clients | tpcb-like tps | spread | of tpcb | one hot budget | of spread | batches of 100, postings/s | of single |'
echo '|---|---|---|---|---|---|---|---|'
for clients in 1 8 32; do
  tpcb=$(tps "$clients" -b tpcb-like)
  spread=$(tps "$clients" -f "$files/spread.sql")
  hot=$(tps "$clients" -f "$files/hot.sql")
  batch=$(tps "$clients" -f "$files/batch.sql")
  awk -v c="$clients" -v t="$tpcb" -v s="$spread" -v h="$hot" -v b="$batch" 'BEGIN {printf "| %d | %.0f | %.0f | %.0f %% | %.0f | %.0f %% | %.0f | %.1f× |\n", c, t, s, 100*s/t, h, 100*h/s, 100*b, 100*b/s}'
done
