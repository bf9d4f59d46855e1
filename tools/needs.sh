# What run, test and bench need from the machine. Each need_… installs it with the system's package manager, or says what to install.

say() { printf '%s\n' "$*" >&2; }

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"
  elif command -v sudo > /dev/null; then sudo "$@"
  else return 1; fi
}

# install WHAT-FOR PACKAGE... : true when apt could install them
install() {
  local purpose=$1; shift
  command -v apt-get > /dev/null || return 1
  say "Installing $* ($purpose) …"
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=120 install -y --no-install-recommends "$@" > /dev/null 2>&1 && return 0
  as_root apt-get -qq update > /dev/null 2>&1 || true
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=120 install -y --no-install-recommends "$@" > /dev/null
}

give_up() { say ""; say "$*"; exit 1; }

has_sdk() { command -v dotnet > /dev/null && dotnet --list-sdks 2> /dev/null | grep -q '^10\.'; }

use_home_dotnet() {
  [ -x "$HOME/.dotnet/dotnet" ] || return 0
  if ! has_sdk; then export DOTNET_ROOT=$HOME/.dotnet PATH=$HOME/.dotnet:$PATH; fi
}

need_dotnet() {
  export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
  use_home_dotnet
  has_sdk && return
  install "the .NET 10 SDK" dotnet-sdk-10.0 2> /dev/null && has_sdk && return
  install "to fetch the .NET 10 SDK" ca-certificates curl libicu-dev libssl3 || true
  if curl -fsSL https://dot.net/v1/dotnet-install.sh -o /tmp/dotnet-install.sh 2> /dev/null; then
    bash /tmp/dotnet-install.sh --channel 10.0 --install-dir "$HOME/.dotnet" > /dev/null && use_home_dotnet
  fi
  has_sdk || give_up "Lyceum needs the .NET 10 SDK, and it could not be installed from here.
Lyceum itself was not touched. Install it as https://learn.microsoft.com/dotnet/core/install/linux says (package dotnet-sdk-10.0), then run this again."
}

need_dotnet_runtime() {
  use_home_dotnet
  command -v dotnet > /dev/null || need_dotnet
}

need_node() {
  if command -v node > /dev/null && command -v npm > /dev/null && [ "$(node -p 'process.versions.node.split(".")[0]')" -ge 18 ]; then return; fi
  install "Node.js, to build the pages' scripts" nodejs npm || true
  command -v npm > /dev/null && [ "$(node -p 'process.versions.node.split(".")[0]')" -ge 18 ] || give_up "Lyceum needs Node.js 18 or newer with npm to build, and it could not be installed from here.
Lyceum itself was not touched. Install the packages nodejs and npm, then run this again."
}

# A second browser in the class room's stories and the media server's tests.
want_firefox() { command -v firefox-esr > /dev/null || command -v firefox > /dev/null || install "to hold Firefox against Chromium" firefox-esr || true; }

# For the media server's tests; where they cannot be had, those tests say so and are skipped.
want_media_peers() {
  command -v ffprobe > /dev/null || install "to play recordings back" ffmpeg || true
  want_firefox
  command -v ip > /dev/null || install "to give the media tests a network of their own" iproute2 || true
  ls /usr/lib/*/girepository-1.0/GstWebRTC-1.0.typelib > /dev/null 2>&1 || install "an encoder that is no browser" \
    python3-gi gir1.2-gst-plugins-bad-1.0 gstreamer1.0-nice gstreamer1.0-plugins-base gstreamer1.0-plugins-good gstreamer1.0-plugins-bad || true
  # Its package would start a relay on every address.
  if ! command -v turnserver > /dev/null; then
    as_root systemctl mask coturn > /dev/null 2>&1 || true
    install "to try the relay" coturn || true
  fi
}

# For films of classes; where they cannot be had, those tests say so and are skipped.
want_film_tools() {
  command -v ffprobe > /dev/null || install "to make films of classes" ffmpeg || true
  command -v pdftoppm > /dev/null || install "to draw slides" poppler-utils || true
}

# Only to be measured beside our own. Its package would start a service with a secret that everybody knows.
want_janus() {
  command -v janus > /dev/null && return
  as_root systemctl mask janus > /dev/null 2>&1 || true
  install "to be measured beside our media server" janus || true
}

# An object store with an S3 API, for the file store's tests.
want_swift() {
  [ -x /usr/bin/swift-proxy-server ] || install "an object store with an S3 API" swift-proxy swift-account swift-container swift-object || true
}

# The benches load pages with wrk, and hold the class beside a loop in C.
need_bench_tools() {
  command -v wrk > /dev/null || install "to load pages" wrk || true
  command -v cc > /dev/null || install "to compile what fan-out is measured beside" gcc libc6-dev || true
  command -v nginx > /dev/null || [ -x /usr/sbin/nginx ] || install "the yardstick of files" nginx-light || true
  PATH=$PATH:/usr/sbin
  command -v nginx > /dev/null && command -v wrk > /dev/null && command -v cc > /dev/null || give_up "The benches need wrk, nginx and a C compiler: install the packages wrk, nginx-light, gcc and libc6-dev, then run this again."
}

# Names it in CHROMIUM. Ubuntu has it as a snap alone, which sees no folder but its own: there it is the one of the tests' own library.
need_chromium() {
  [ -n "${CHROMIUM:-}" ] || CHROMIUM=$(command -v chromium) || { install "the browser stories" chromium 2> /dev/null && CHROMIUM=$(command -v chromium); } || CHROMIUM=$(playwright_chromium) || true
  [ -x "$CHROMIUM" ] || give_up "The browser stories need Chromium, and it could not be installed from here: install it, name the program in CHROMIUM (CHROMIUM=/path/to/chromium $0), then run this again."
  export CHROMIUM
}

playwright_chromium() {
  dotnet restore tests/Browser.Tests -v quiet > /dev/null || return
  local packages playwright node=linux-x64
  [ "$(uname -m)" = aarch64 ] && node=linux-arm64
  packages=$(dotnet nuget locals global-packages --list)
  playwright=$(ls -d "${packages#*: }"microsoft.playwright/*/.playwright | tail -1)
  say "Installing Playwright's Chromium (the browser stories) …"
  "$playwright/node/$node/node" "$playwright/package/cli.js" install --with-deps chromium >&2 || return
  ls "$HOME"/.cache/ms-playwright/chromium-*/chrome-linux*/chrome | tail -1
}

# A PostgreSQL of its own in a temporary folder; sets LYCEUM_TEST_POSTGRES. stop_postgres ends it and removes the folder.
need_postgres() {
  local bin
  bin=$(ls -d /usr/lib/postgresql/*/bin 2> /dev/null | tail -1)
  if [ -z "$bin" ]; then
    install "the data tests" postgresql || true
    bin=$(ls -d /usr/lib/postgresql/*/bin 2> /dev/null | tail -1)
  fi
  [ -n "$bin" ] || give_up "The data tests need a PostgreSQL server: install the package postgresql, then run this again."
  postgres_folder=$(mktemp -d /tmp/lyceum-postgres.XXXXXX)
  local port=$((20000 + RANDOM % 20000))
  if [ "$(id -u)" = 0 ]; then chown postgres "$postgres_folder"; as_postgres() { runuser -u postgres -- "$@"; }
  else as_postgres() { "$@"; }; fi
  as_postgres "$bin/initdb" -D "$postgres_folder/data" -U lyceum_test --auth=trust -E UTF8 --locale=C.UTF-8 > /dev/null
  as_postgres "$bin/pg_ctl" -D "$postgres_folder/data" -l "$postgres_folder/log" -w -o "-p $port -h 127.0.0.1 -k $postgres_folder -c max_connections=300" start > /dev/null
  postgres_bin=$bin
  export LYCEUM_TEST_POSTGRES="Host=127.0.0.1;Port=$port;Username=lyceum_test;Database=postgres;Pooling=false"
  export LYCEUM_POSTGRES_BIN=$bin
}

stop_postgres() {
  [ -n "${postgres_folder:-}" ] || return 0
  as_postgres "$postgres_bin/pg_ctl" -D "$postgres_folder/data" -m immediate stop > /dev/null 2>&1 || true
  rm -rf "$postgres_folder"
}
