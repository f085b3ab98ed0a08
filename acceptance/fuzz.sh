#!/bin/sh
# Sends mutated requests to every route as several roles and expects no answer 5xx. Takes minutes; alone in its city.
#   acceptance/fuzz.sh [REQUESTS] [SEED]
set -eu
cd "$(dirname "$0")/.."
exec ./mvnw -B -q -pl platform -am test -Dtest=FuzzTests -Dsurefire.failIfNoSpecifiedTests=false \
  "-Dfuzz.requests=${1:-100000}" "-Dfuzz.seed=${2:-7}"
