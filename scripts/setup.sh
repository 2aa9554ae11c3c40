#!/bin/sh
# Installs what is missing on Debian 12, and nothing that is there.
#
#   scripts/setup.sh build    what it takes to build and run Village (the Swift toolchain itself is yours to install)
#   scripts/setup.sh test     that, and what the tests drive: Chromium and a Python environment in .venv
#   scripts/setup.sh peers    what it takes to build, and the peers of the benchmarks in .venv-peers
set -eu

level=${1:-build}
root=$(cd "$(dirname "$0")/.." && pwd)

say() { printf 'setup: %s\n' "$*"; }
fail() { printf 'setup: %s\n' "$*" >&2; exit 1; }

# Debian's lock may be held by another run, and mirrors blink: wait for the one, ask the other again.
install_packages() {
  command -v apt-get >/dev/null || fail "this machine has no apt-get; install by hand what these packages hold: $*"
  as_root=
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || fail "run as root or install sudo; missing: $*"
    as_root=sudo
  fi
  say "installing $*"
  for attempt in 1 2 3; do
    if $as_root apt-get -o DPkg::Lock::Timeout=120 -qq update &&
      $as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get -o DPkg::Lock::Timeout=120 -qq -y --no-install-recommends install "$@" >/dev/null; then
      return 0
    fi
    say "attempt $attempt failed"
    sleep $((attempt * 5))
  done
  fail "could not install: $*"
}

has_package() { dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null | grep -q '^installed$'; }

need() {
  for package in "$@"; do has_package "$package" || missing="$missing $package"; done
}

command -v swift >/dev/null || fail "no swift on the PATH; install the Swift 6.3 toolchain from https://www.swift.org/install/linux/debian/12/"

missing=
need ca-certificates git libsqlite3-dev libstdc++-12-dev pkg-config zlib1g-dev
[ "$level" != test ] || need chromium curl fonts-dejavu-core
[ "$level" = build ] || python3 -c 'import ensurepip, venv' 2>/dev/null || missing="$missing python3 python3-venv"
# shellcheck disable=SC2086 # a list of names without blanks
[ -z "$missing" ] || install_packages $missing

# A Python environment in $1 with what $2 wants, made anew only when that changed.
python_environment() {
  environment=$root/$1
  wanted=$root/$2
  cmp -s "$wanted" "$environment/requirements.txt" && return
  say "installing the Python packages of $wanted into $1"
  [ -x "$environment/bin/python" ] || python3 -m venv "$environment"
  "$environment/bin/python" -m pip --quiet --disable-pip-version-check install --retries 5 -r "$wanted"
  cp "$wanted" "$environment/requirements.txt"
}

case $level in
  test) python_environment .venv scripts/requirements.txt ;;
  peers) python_environment .venv-peers Benchmarks/requirements.txt ;;
esac
