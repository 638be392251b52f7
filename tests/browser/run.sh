#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Drives the review's pages in Debian's Chromium. 77 where there is no browser or no node to drive it.
#
#   run.sh FOLDER [FILE...]   FOLDER: for modules, reviews, screenshots; FILE: of the tests, else all
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$1"
build=$(cd "$1" && pwd)
shift

for program in node npm "${PRONGSAI_CHROMIUM:-/usr/bin/chromium}"; do
  command -v "$program" >/dev/null && continue
  echo "skipped: $program is not installed (./dev test installs it)" >&2
  exit 77
done

# What the lock file names, installed once.
modules=$build/modules
if ! cmp -s "$here/package-lock.json" "$modules/installed"; then
  mkdir -p "$modules"
  cp "$here/package.json" "$here/package-lock.json" "$modules"
  (cd "$modules" && npm ci --ignore-scripts --no-audit --no-fund)
  cp "$here/package-lock.json" "$modules/installed"
fi

export PRONGSAI_BROWSER_BUILD=$build
node "$here/make_fixtures.mjs"
[ $# -gt 0 ] || set -- "$here"/*.test.mjs
exec node --test "$@"
