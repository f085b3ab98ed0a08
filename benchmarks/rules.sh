#!/bin/sh
# The same rules in this engine and in others, in one run: benchmarks/rules.sh [FIRMS]
set -eu
cd "$(dirname "$0")/.."
./mvnw -B -q -Pbenchmarks install -pl policy-engine,benchmarks -DskipTests -Dspotless.check.skip -Dcyclonedx.skip
./mvnw -B -q -Pbenchmarks dependency:build-classpath -pl benchmarks -Dmdep.outputFile=target/classpath -Dcyclonedx.skip
java=$(ls -d /usr/lib/jvm/*25*/bin/java "${JAVA_HOME-/none}/bin/java" 2>/dev/null | tail -1)
exec "$java" -Xmx6g -cp "benchmarks/target/classes:$(cat benchmarks/target/classpath)" \
  --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow org.zhongchuang.benchmarks.SideBySide "$@"
