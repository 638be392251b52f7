#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What `./dev bench trust` measures: what the checks make of errors planted into generated reports,
# with sound and with damaged text layers and scanned, and of wrong scores typed into a table.
# Everything is built already. Exit code 1 if a bound is broken.
#
#   tests/bench_trust.sh [build folder]
set -euo pipefail
cd "$(dirname "$0")/.."
build=${1:-build/dev}
work=$build/bench/trust
mkdir -p "$work"
broken=0

# The same reports in each form: those of one name say the same.
make_reports() { # FORM COUNT
  [ -e "$work/$1.made" ] && return 0
  rm -rf "${work:?}/$1"
  "$build/testdata/prongsai_generate" --out "$work/$1" --count "$2" --seed 77 --variants "$1" >/dev/null
  touch "$work/$1.made"
}
make_reports digital 45
make_reports mixed 45
make_reports scan200 30

digital=() damaged=() scanned=()
for folder in "$work"/digital/*_digital; do
  name=$(basename "$folder" _digital)
  # A report that contradicts itself on purpose is no measure of false alarms.
  [ "$(jq '.planted | length' "$folder/gold.json")" -ne 0 ] || digital+=("$folder/report.pdf")
  damaged+=("$work/mixed/${name}_mixed/report.pdf=$folder/report.pdf")
  scan=$work/scan200/${name}_scan200
  [ -e "$scan/report.pdf" ] && scanned+=("$scan/kept.pages=$folder/report.pdf")
done
for folder in "$work"/scan200/*_scan200; do
  [ -e "$folder/kept.pages" ] || echo "$folder"
done | OMP_THREAD_LIMIT=1 xargs -r -P "$(nproc)" -I{} \
  "$build/tests/prongsai_pages" save {}/report.pdf {}/kept.pages

bench() { "$build/tests/prongsai_trust_bench" "$@"; }
bench --digital "${digital[@]}" >"$work/digital.txt" &
first=$!
bench --damaged "${damaged[@]}" >"$work/damaged.txt" || broken=1
wait "$first" || broken=1
bench --scanned "${scanned[@]}" >"$work/scanned.txt" || broken=1
cat "$work"/{digital,damaged,scanned}.txt

"$build/cli/prongsai" extract --format ndjson --ocr=never "$work"/digital/*/report.pdf \
  -o "$work/records.ndjson"
"$build/tests/prongsai_validate_bench" "$build/cli/prongsai" "$work/records.ndjson" "$work" ||
  broken=1

exit "$broken"
