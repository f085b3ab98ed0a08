#!/usr/bin/env bash
# Makes a running demonstration a hundred times as large: benchmarks/large-city.sh DATA-FOLDER YEAR
# YEAR is that of the day on which the demonstration opens its doors: 2018, or 2017 for --size year and --size empty.
# The rows are invented, made by SQL, dated in that year, and only good for measuring.
set -euo pipefail
data=$(cd "${1:?the data folder of the demonstration}" && pwd)
year=${2:?the year of the records}
cd "$(dirname "$0")/.."
. benchmarks/common.sh
[ -f "$data/postgres/cluster/postmaster.pid" ] || give_up "no demonstration runs on $data"
java=$(java_25)
classes=$(benchmarks_class_path)
port=$(sed -n 4p "$data/postgres/cluster/postmaster.pid")
exec "$java" -cp "$classes" org.zhongchuang.benchmarks.LargeCity \
  "jdbc:postgresql://127.0.0.1:$port/postgres" zhongchuang "$(cat "$data/secrets/database-password")" "$year"
