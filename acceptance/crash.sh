#!/usr/bin/env bash
# Kills the application or its database with SIGKILL at random moments under fifty writers, starts again, and looks for every act that
# was acknowledged. Starts the application as ./zhongchuang does, with its class cache where one has been recorded.
# Usage: acceptance/crash.sh [points=200] [seed=1] [bundled|own]     Needs a JDK 25 in JAVA_HOME or where ./mvnw finds it.
set -euo pipefail
cd "$(dirname "$0")/.."
./zhongchuang build
app=$PWD/platform/target/app
started="-Dapplication=$app/platform-0.1.0-SNAPSHOT.jar"
if [ -f "$app/app.aot" ]; then started="$started -Dapplication.cache=$app/app.aot"; fi
own=false
if [ "${3-bundled}" = own ]; then own=true; fi
echo "seed ${2:-1}, ${1:-200} points, ${3-bundled} database"
# shellcheck disable=SC2086
exec nice ./mvnw -B -q -pl platform,acceptance -am verify -DskipTests=false -Dsurefire.skip=true -Dspotless.check.skip -Dcyclonedx.skip \
  -Dsurefire.failIfNoSpecifiedTests=false -Dtest=none -Dit.test=CrashUnderLoadJourney $started \
  "-DargLine=-Dcrash.points=${1:-200} -Dcrash.seed=${2:-1} -Dcrash.own=$own"
