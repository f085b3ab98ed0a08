#!/usr/bin/env bash
# Builds the container image without a daemon and without a registry: on an empty base, with a runtime that jlink makes. Unpacks it
# and runs the application from it, as its user, with the image's own entry point, on this machine's C library. Needs root, Linux.
# Usage: acceptance/image.sh [port=8186]
set -euo pipefail
port=${1:-8186}
here=$(cd "$(dirname "$0")/.." && pwd)
cd "$here"
: "${JAVA_HOME:?a JDK 25 is needed; ./zhongchuang sets it}"
work=$(mktemp -d)
pid=
trap '[ -z "$pid" ] || kill "$pid" 2> /dev/null || true; [ -z "$pid" ] || wait "$pid" 2> /dev/null || true; rm -rf "$work"' EXIT

mkdir -p "$work/base/opt/java"
cp -R platform/src/main/image/. "$work/base/"
"$JAVA_HOME/bin/jlink" --add-modules java.se,jdk.unsupported,jdk.crypto.ec,jdk.zipfs,jdk.charsets,jdk.localedata,jdk.management \
  --strip-debug --no-header-files --no-man-pages --output "$work/base/opt/java/openjdk"
./mvnw -B -q -Pimage -pl platform -am package -DskipTests -Dspotless.check.skip -Dimage.base=scratch "-Dimage.below=$work/base"
tar -xf platform/target/zhongchuang-image.tar -C "$work"
config=$work/$(jq -r '.[0].Config' "$work/manifest.json")
mkdir "$work/root"
jq -r '.[0].Layers[]' "$work/manifest.json" | while IFS= read -r layer; do tar -xzf "$work/$layer" --warning=no-unknown-keyword -C "$work/root"; done
jq -r '"image: user \(.config.User), entry \(.config.Entrypoint[0]) …, ports \(.config.ExposedPorts | keys | join(" ")), volumes \(.config.Volumes | keys | join(" "))"' "$config"
[ "$(jq -r .config.User "$config")" = 10001:10001 ]

# What an ordinary base would bring: the C library and a shell.
for part in usr lib lib64 bin dev proc tmp etc; do mkdir -p "$work/root/$part"; done
chmod 1777 "$work/root/tmp"
mapfile -t line < <(jq -r '(.config.Entrypoint + (.config.Cmd // []))[]' "$config")
mapfile -t environment < <(jq -r '.config.Env[]' "$config")
unshare --mount --propagation private bash -euc '
  root=$1; shift
  # As in a container, the root is a mount of its own.
  mount --bind "$root" "$root"
  for part in usr lib lib64 bin; do mount --bind "/$part" "$root/$part"; mount -o remount,bind,ro "$root/$part"; done
  mount --rbind /dev "$root/dev"; mount -t proc proc "$root/proc"; cp /etc/nsswitch.conf /etc/hosts "$root/etc/" 2> /dev/null || true
  ln -sf /proc/self/mounts "$root/etc/mtab"
  exec "$@"' enter "$work/root" \
  env -i "${environment[@]}" chroot --userspec=10001:10001 "$work/root" "${line[@]}" --port "$port" > "$work/log" 2>&1 &
pid=$!
for _ in $(seq 300); do
  curl -sf "http://localhost:$port/health" > /dev/null && break
  kill -0 "$pid" 2> /dev/null || { cat "$work/log" >&2; exit 1; }
  sleep 0.5
done
[ "$(curl -s "http://localhost:$port/health")" = UP ] || { cat "$work/log" >&2; exit 1; }
[[ $(curl -s "http://localhost:$port/") == *众创* ]]
owner=$(stat -c %u "$work/root/data"/*/ | sort -u)
[ "$owner" = 10001 ] || { echo "written by user $owner" >&2; exit 1; }
kill "$pid"
wait "$pid" || code=$?
pid=
[ "${code:-0}" = 143 ] || [ "${code:-0}" = 0 ] || { echo "the image ended with ${code:-0}" >&2; exit 1; }
echo "1 passed, 0 failed"
