# What the measuring scripts share; they source it. A measurement that measured nothing ends with an error and no figure, also when
# it failed inside $(…), which bash would pass over.
shopt -s inherit_errexit

give_up() {
  echo "$1" >&2
  exit 1
}

# Programs that a script calls, each as program:package of Debian; root gets what is missing installed.
needs() {
  local missing=() one
  for one in "$@"; do
    command -v "${one%%:*}" > /dev/null || missing+=("${one##*:}")
  done
  if [ ${#missing[@]} = 0 ]; then return; fi
  if command -v apt-get > /dev/null && [ "$(id -u)" = 0 ]; then
    apt-get update -qq >&2
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "${missing[@]}" > /dev/null
  else
    give_up "install first: ${missing[*]}"
  fi
}

# The demonstration to measure, which must be on this machine and answer.
site_is() {
  site=$1
  case "$site" in http://localhost:* | http://127.0.0.1:*) ;; *) give_up "only a server on this machine is measured" ;; esac
  [ "$(curl -s "$site/health")" = UP ] || give_up "nothing answers at $site; start a demonstration first"
  jar=$(mktemp)
}

token() { awk '/XSRF/ {print $7}' "$jar"; }

forget() { : > "$jar"; }

sign_in() {
  forget
  curl -s -c "$jar" -b "$jar" -o /dev/null "$site/sign-in"
  curl -s -c "$jar" -b "$jar" -o /dev/null -d "login=$1" -H "X-XSRF-TOKEN: $(token)" "$site/sign-in/as"
  [ "$(curl -s -c "$jar" -b "$jar" -o /dev/null -w '%{http_code}' "$site/desk")" = 200 ] || give_up "$1 was not let in"
}

# Sends a form; prints seconds and where it led. Another answer than a redirect is a refusal and ends the run.
post() {
  local answer
  answer=$(curl -s -c "$jar" -b "$jar" -o /dev/null -w '%{http_code} %{time_total} %{redirect_url}' -H "X-XSRF-TOKEN: $(token)" "$@")
  [[ $answer == 30* ]] || give_up "refused with ${answer%% *}: $*"
  echo "${answer#* }"
}

# The first match on a page, which must be there.
found() {
  local match
  match=$(curl -s -b "$jar" "$site$2" | grep -o "$1" | head -1) || true
  [ -n "$match" ] || give_up "nothing like $1 on $2"
  echo "$match"
}

# Builds the benchmarks and prints the class path; the parent is installed with them, as Maven resolves it from there.
benchmarks_class_path() {
  ./mvnw -B -q -Pbenchmarks install -pl policy-engine,benchmarks -am -DskipTests -Dspotless.check.skip -Dcyclonedx.skip >&2
  ./mvnw -B -q -Pbenchmarks dependency:build-classpath -pl benchmarks -Dmdep.outputFile=target/classpath -Dcyclonedx.skip >&2
  echo "benchmarks/target/classes:$(cat benchmarks/target/classpath)"
}

java_25() {
  local java
  for java in "${JAVA_HOME-/none}/bin/java" /usr/lib/jvm/*25*/bin/java java; do
    if "$java" -version 2>&1 | grep -q '"25'; then
      echo "$java"
      return
    fi
  done
  give_up "a Java 25 is needed: set JAVA_HOME"
}
