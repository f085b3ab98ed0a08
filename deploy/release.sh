#!/usr/bin/env bash
# Makes zhongchuang-VERSION.tar.gz from a finished build: what a city needs to run the product with a JRE 25 and nothing else.
# Called by ./zhongchuang release. The same sources give the same bytes.
set -euo pipefail
here=$(cd "$(dirname "$0")/.." && pwd)
app=$here/platform/target/app
jar=$(basename "$app"/platform-*.jar)
version=${jar#platform-}
version=${version%.jar}
name=zhongchuang-$version
out=$here/platform/target/release
stage=$out/$name
rm -rf "$out"
mkdir -p "$stage/app" "$stage/licences"

cp "$here/zhongchuang" "$stage/zhongchuang"
cp -R "$app/lib" "$app/$jar" "$stage/app/"
mkdir "$stage/policies"
find "$here/policies" -mindepth 1 -maxdepth 1 -type d ! -name target -exec cp -R {} "$stage/policies/" \;
cp -R "$here/cities" "$stage/cities"
cp -R "$here/deploy" "$stage/deploy"
rm -f "$stage/deploy/release.sh"
# Documents lie as in the sources, so that what points to another finds it.
cp "$here"/LICENSE "$here"/*.md "$stage/"
cp -R "$here/docs" "$stage/docs"
unzip -qjo "$app/$jar" META-INF/sbom/application.cdx.json META-INF/THIRD-PARTY.txt -d "$stage/licences"
mv "$stage/licences/application.cdx.json" "$stage/sbom.cdx.json"

# The licence and notice texts that each library brings along, one folder a library.
for library in "$stage"/app/lib/*.jar; do
  texts=$(unzip -Z1 "$library" | grep -iE '^(META-INF/)?(LICEN[CS]E|NOTICE|COPYING)[^/]*$' || true)
  [ -n "$texts" ] || continue
  into=$stage/licences/$(basename "$library" .jar)
  mkdir "$into"
  echo "$texts" | while IFS= read -r text; do unzip -qjo "$library" "$text" -d "$into"; done
done
for vendored in "$here"/platform/src/main/resources/static/vendor/*/; do
  into=$stage/licences/browser-$(basename "$vendored")
  mkdir "$into"
  find "$vendored" -maxdepth 1 \( -name 'LICENSE*' -o -name 'NOTICE*' \) -exec cp {} "$into/" \;
done

find "$stage" -type d -exec chmod 755 {} +
find "$stage" -type f -exec chmod 644 {} +
chmod 755 "$stage/zhongchuang"
(cd "$stage" && find . -type f ! -name SHA256SUMS -print0 | LC_ALL=C sort -z | xargs -0 sha256sum > SHA256SUMS && chmod 644 SHA256SUMS)
moment=$(sed -n 's/.*<project.build.outputTimestamp>\(.*\)<.*/\1/p' "$here/pom.xml")
tar --sort=name --mtime="$moment" --owner=0 --group=0 --numeric-owner --format=gnu -C "$out" -cf - "$name" | gzip -n9 > "$out/$name.tar.gz"
(cd "$out" && sha256sum "$name.tar.gz" > "$name.tar.gz.sha256")
rm -rf "$stage"
echo "$out/$name.tar.gz"
