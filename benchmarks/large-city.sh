#!/bin/sh
# Makes a running demonstration a hundred times as large: benchmarks/large-city.sh DATA-FOLDER YEAR
# Push its clock past the end of that year first. The rows are invented, made by SQL, and only good for measuring.
set -eu
cd "$(dirname "$0")/.."
./mvnw -B -q -Pbenchmarks install -pl policy-engine,benchmarks -DskipTests -Dspotless.check.skip -Dcyclonedx.skip
./mvnw -B -q -Pbenchmarks dependency:build-classpath -pl benchmarks -Dmdep.outputFile=target/classpath -Dcyclonedx.skip
java=$(ls -d /usr/lib/jvm/*25*/bin/java "${JAVA_HOME-/none}/bin/java" 2>/dev/null | tail -1)
port=$(sed -n 4p "$1/postgres/cluster/postmaster.pid")
exec "$java" -cp "benchmarks/target/classes:$(cat benchmarks/target/classpath)" org.zhongchuang.benchmarks.LargeCity \
  "jdbc:postgresql://127.0.0.1:$port/postgres" zhongchuang "$(cat "$1/secrets/database-password")" "$2"
