#!/usr/bin/env bash
# Recovery to a moment between two writes, on servers started from the binaries that come with the product: a base backup by
# `zhongchuang backup`, an archive of the write-ahead log, more writes, a mistake, and back to just before it.
# Usage: acceptance/point-in-time.sh [port=8124]     Needs the product built, curl, and psql of any version.
set -euo pipefail
port=${1:-8124}
here=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
data=$work/data
archive=$work/archive
mkdir -p "$archive"
server=
trap '[ -z "$server" ] || kill "$server" 2> /dev/null || true; [ ! -f "$work/at/postgres/cluster/postmaster.pid" ] || kill "$(head -1 "$work/at/postgres/cluster/postmaster.pid")" 2> /dev/null || true; wait 2> /dev/null || true; rm -rf "$work"' EXIT
product=${ZHONGCHUANG-$here/zhongchuang}

"$product" serve --port "$port" --data "$data" > "$work/log" 2>&1 &
server=$!
for _ in $(seq 600); do ! curl -sf -o /dev/null "http://localhost:$port/health" || break; sleep 0.5; done
export PGUSER=zhongchuang PGDATABASE=postgres PGHOST=127.0.0.1 PGPASSWORD
PGPASSWORD=$(cat "$data/secrets/database-password")
PGPORT=$(sed -n 4p "$data/postgres/cluster/postmaster.pid")
export PGPORT
ask() { psql -XAtq -v ON_ERROR_STOP=1 -c "$1"; }

# Archiving is a setting of the server and stands in the cluster: it survives every later start, and needs one restart.
ask "alter system set archive_mode = on"
ask "alter system set archive_command = 'test ! -f $archive/%f && cp %p $archive/.%f && sync $archive/.%f && mv $archive/.%f $archive/%f'"
kill "$server"; wait "$server" || true
"$product" serve --port "$port" --data "$data" >> "$work/log" 2>&1 &
server=$!
sleep 2
for _ in $(seq 600); do ! curl -sf -o /dev/null "http://localhost:$port/health" || break; sleep 0.5; done
PGPORT=$(sed -n 4p "$data/postgres/cluster/postmaster.pid")

ask "create table public.played (what text)" && ask "insert into public.played values ('before the backup')"
"$product" backup --data "$data" --to "$work/base.tar.gz"
ask "insert into public.played values ('after the backup')"
sleep 1
moment=$(ask "select clock_timestamp()")
sleep 1
ask "delete from public.played"
ask "insert into public.played values ('after the mistake')"
ask "select pg_switch_wal()" > /dev/null
for _ in $(seq 100); do [ "$(ask "select last_archived_wal >= pg_walfile_name(pg_current_wal_lsn() - 16777216) from pg_stat_archiver")" = t ] && break; sleep 0.2; done
kill "$server"; wait "$server" || true; server=

"$product" restore "$work/base.tar.gz" --data "$work/at"
cat >> "$work/at/postgres/cluster/postgresql.auto.conf" <<TEXT
archive_mode = 'off'
restore_command = 'cp $archive/%f %p'
recovery_target_time = '$moment'
recovery_target_action = 'promote'
TEXT
touch "$work/at/postgres/cluster/recovery.signal"
# Any command that needs the database starts it; it recovers to the moment before it answers.
"$product" verify ledger --data "$work/at"
"$product" verify files --data "$work/at"
"$product" serve --port "$port" --data "$work/at" > "$work/log2" 2>&1 &
server=$!
for _ in $(seq 600); do ! curl -sf -o /dev/null "http://localhost:$port/health" || break; sleep 0.5; done
PGPORT=$(sed -n 4p "$work/at/postgres/cluster/postmaster.pid")
PGPASSWORD=$(cat "$work/at/secrets/database-password")
found=$(ask "select string_agg(what, ', ' order by what) from public.played")
kill "$server"; wait "$server" || true; server=
[ "$found" = "after the backup, before the backup" ] || { echo "✕ recovered to something else: $found" >&2; exit 1; }
echo "✓ recovered to $moment: $found"
