#!/usr/bin/env bash
# Tries the release as a city does: unpacked elsewhere, run by an ordinary user with a JRE that has no compiler.
# Usage: acceptance/release.sh ARCHIVE.tar.gz [port=8187]     Needs root (to become that user), a JDK 25 in JAVA_HOME, curl.
set -euo pipefail
archive=$(realpath "$1")
port=${2:-8187}
: "${JAVA_HOME:?a JDK 25 is needed; ./zhongchuang sets it}"
work=$(mktemp -d)
user=nobody
pid=
trap '[ -z "$pid" ] || kill "$pid" 2> /dev/null || true; [ -z "$pid" ] || wait "$pid" 2> /dev/null || true; rm -rf "$work"' EXIT
"$JAVA_HOME/bin/jlink" --add-modules java.se,jdk.unsupported,jdk.crypto.ec,jdk.zipfs,jdk.charsets,jdk.localedata,jdk.management \
  --strip-debug --no-header-files --no-man-pages --output "$work/jre"
mkdir "$work/安装 folder"
tar -xzf "$archive" -C "$work/安装 folder"
cd "$work/安装 folder"/zhongchuang-*
sha256sum --quiet -c SHA256SUMS
for one in zhongchuang LICENSE README.md sbom.cdx.json licences/THIRD-PARTY.txt docs/handbook/operator.md deploy/systemd/zhongchuang.service; do
  [ -s "$one" ] || { echo "the release lacks $one" >&2; exit 1; }
done
[ -z "$(find . -name '*.java' -o -name pom.xml | head -1)" ]
mkdir "$work/data"
chmod 755 "$work"
chown "$user" "$work/data"
as() { exec setpriv --reuid "$user" --regid nogroup --clear-groups env -i "PATH=/usr/bin:/bin" "JAVA_HOME=$work/jre" LC_ALL=C ZHONGCHUANG_CACHE=off "$@"; }
[[ $(as ./zhongchuang calendar due --after 2016-02-01 --days 5) == *2016* ]]
(as ./zhongchuang policy check policies/jiaxing-2015-90) > /dev/null
as ./zhongchuang serve --port "$port" --data "$work/data/城市 city" > "$work/log" 2>&1 &
pid=$!
for _ in $(seq 300); do
  curl -sf "http://localhost:$port/health" > /dev/null && break
  kill -0 "$pid" 2> /dev/null || { cat "$work/log" >&2; exit 1; }
  sleep 0.5
done
[ "$(curl -s "http://localhost:$port/health")" = UP ] || { cat "$work/log" >&2; exit 1; }
[[ $(curl -s "http://localhost:$port/") == *众创* ]]
kill "$pid"
wait "$pid" || true
pid=
echo "1 passed, 0 failed"
