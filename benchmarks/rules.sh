#!/usr/bin/env bash
# The same rules in this engine and in others, in one run: benchmarks/rules.sh [FIRMS]
set -euo pipefail
cd "$(dirname "$0")/.."
. benchmarks/common.sh
java=$(java_25)
classes=$(benchmarks_class_path)
exec "$java" -Xmx6g -cp "$classes" --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
  org.zhongchuang.benchmarks.SideBySide "$@"
