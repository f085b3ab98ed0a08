#!/usr/bin/env bash
# Scanners from Debian against a demonstration on this machine: wapiti over what a visitor reaches and over what an operator reaches,
# sqlmap over the searches. Bounded in time and requests; says each finding and ends with 1 if there is one.
# Usage: acceptance/scan.sh [http://127.0.0.1:8080] [minutes=5]     Installs wapiti and sqlmap where they are missing (Debian, root).
set -euo pipefail
site=${1:-http://127.0.0.1:8080}
minutes=${2:-5}
case "$site" in http://127.0.0.1:*) ;; *) echo "only a server on this machine is scanned, as http://127.0.0.1:PORT" >&2; exit 2 ;; esac
if ! command -v wapiti > /dev/null || ! command -v sqlmap > /dev/null; then
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq wapiti sqlmap > /dev/null
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
found=0

wapiti_as() {
  local who=$1 cookies=$2
  # Time-based SQL injection is left to sqlmap; modules that ask a server outside (xxe, ssrf) stay out. A form that
  # has no field but its token, as that which signs out, is left alone: excluding an address breaks Debian's wapiti on Python 3.11.
  timeout $((minutes * 200 + 120)) wapiti --flush-session --no-bugreport -u "$site/" --scope folder -d 4 --max-links-per-page 40 --max-files-per-dir 40 \
    --max-scan-time $((minutes * 60)) --max-attack-time $((minutes * 10)) -t 10 --verify-ssl 0 \
    -m "csp,cookieflags,http_headers,crlf,csrf,exec,file,redirect,sql,xss,permanentxss,methods,htaccess" \
    --skip _csrf \
    ${cookies:+-c "$cookies"} --store-session "$work/session-$who" -f json -o "$work/$who.json" > "$work/$who.log" 2>&1 || true
  [ -s "$work/$who.json" ] || { echo "wapiti wrote nothing as $who:" >&2; tail -5 "$work/$who.log" >&2; exit 1; }
  echo "wapiti as $who: $(python3 -c 'import glob, sqlite3, sys
print(sum(sqlite3.connect(one).execute("select count(*) from paths").fetchone()[0] for one in glob.glob(sys.argv[1] + "/*.db")))' "$work/session-$who") pages and forms"
  # Secure cookies and TLS headers are kept to https, which a scan of plain http on loopback cannot see. X-XSS-Protection
  # belongs to browsers that are gone; the content security policy stands in its place.
  jq -r --arg who "$who" '((.vulnerabilities, .anomalies) | to_entries[] | .key as $kind | .value[] | "FOUND \($kind): \(.method) \(.path) \(.parameter // "") – \(.info)")' "$work/$who.json" > "$work/$who.txt"
  grep FOUND "$work/$who.txt" | grep -vE 'Strict-Transport-Security|Secure flag|Secure Flag|X-XSS-Protection' | sort -u > "$work/$who.found" || true
  cat "$work/$who.found"
  found=$((found + $(wc -l < "$work/$who.found")))
}

jar=$work/jar
curl -s -c "$jar" -b "$jar" -o /dev/null "$site/sign-in"
curl -s -c "$jar" -b "$jar" -o /dev/null -d login=op002 -H "X-XSRF-TOKEN: $(awk '/XSRF/ {print $7}' "$jar")" "$site/sign-in/as"
curl -s -c "$jar" -b "$jar" -o /dev/null "$site/desk"
sed 's/^#HttpOnly_//' "$jar" > "$work/cookies.txt"
jq -Rn --arg host 127.0.0.1 '[inputs | select(test("^#|^$") | not) | split("\t") | {key: .[5], value: {value: .[6], version: 0, expires: null, secure: false, port: null}}] | from_entries | {($host): {"/": .}}' \
  < "$work/cookies.txt" > "$work/cookies.json"
wapiti_as visitor ''
wapiti_as op002 "$work/cookies.json"

for address in '/directory?q=a' '/register/spaces?q=a' '/awards?q=a&programme=x&payer=y' '/verify?code=a'; do
  timeout $((minutes * 60)) sqlmap -u "$site$address" --batch --level 2 --risk 1 --technique=BEUST --time-sec 3 --threads 4 --timeout 10 --retries 0 \
    --output-dir "$work/sqlmap" --disable-coloring > "$work/sql.log" 2>&1 || true
  if grep -qE "is vulnerable|injectable|sqlmap identified the following" "$work/sql.log" && ! grep -q "do not appear to be injectable" "$work/sql.log"; then
    echo "FOUND by sqlmap: $address"
    grep -E "Parameter:|Type:|Payload:" "$work/sql.log" || true
    found=$((found + 1))
  else
    echo "sqlmap $address: $(grep -c 'testing' "$work/sql.log" || true) kinds tried, nothing"
  fi
done
echo "$found findings"
[ "$found" = 0 ]
