#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Opens a dataset with the programs that its users have: sqlite3, csvkit, LibreOffice; and compares
# what they see with records.ndjson. Run by ./dev dataset-test. The first argument is an empty folder.
set -euo pipefail
cd "$(dirname "$0")/.."
out=$1
prongsai=build/dev/cli/prongsai

say() { printf '\n== %s\n' "$*"; }
fail() { printf 'dataset_tools: %s\n' "$*" >&2; exit 1; }

# Exit code 3 says that some of the inputs could not be read, and some of these cannot.
build_dataset() { # DATASET OPTION...
  local code=0
  "$prongsai" build --ocr=never "$out/in" --agencies tests/dataset_tools_agencies.csv -o "$@" \
    2>"$out/build.log" || code=$?
  tail -n 1 "$out/build.log"
  [ "$code" -eq 0 ] || [ "$code" -eq 3 ] || fail "build ended with $code: $(cat "$out/build.log")"
}

say "documents"
mkdir -p "$out/in"
build/dev/testdata/prongsai_generate --out "$out/in/generated" --count 48 --seed 11 \
  --variants digital >/dev/null
find "$out/in/generated" -type f ! -name "*.pdf" -delete
python3 tests/dataset_tools.py documents "$out/in"
find "$out/in" -type f -printf . | wc -c

say "datasets"
build_dataset "$out/plain"
build_dataset "$out/excel" --excel --xlsx
build_dataset "$out/again" --excel --xlsx
find "$out/excel" -maxdepth 1 -type f ! -name journal.ndjson | while read -r file; do
  cmp "$file" "$out/again/$(basename "$file")"
done

say "sqlite3"
[ "$(sqlite3 "$out/plain/dataset.sqlite" 'PRAGMA integrity_check')" = ok ] || fail "not sound"
[ -z "$(sqlite3 "$out/plain/dataset.sqlite" 'PRAGMA foreign_key_check')" ] || fail "wrong keys"

say "csvkit"
for csv in "$out"/plain/*.csv; do
  (cd "$out" && csvclean -n "plain/$(basename "$csv")") | grep -qx 'No errors.' ||
    fail "csvclean: $csv"
  rows=$(csvstat --count "$csv" | grep -o '[0-9]*$')
  printf '%s %s\n' "$(basename "$csv" .csv)" "$rows"
done >"$out/csvstat.txt"
cat "$out/csvstat.txt"

say "LibreOffice"
office() { # OUTPUT-FOLDER FORMAT FILE...
  local folder=$1 format=$2
  shift 2
  soffice -env:UserInstallation="file://$(realpath "$out")/office" --headless --convert-to "$format" \
    --outdir "$folder" "$@" >/dev/null 2>&1
}
# Flat XML names every formula; CSV (all columns text, every sheet) gives the values.
office "$out/csv_seen" fods "$out"/excel/*.csv
office "$out/book_seen" fods "$out/excel/dataset.xlsx"
office "$out/book_seen" 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1' \
  "$out/excel/dataset.xlsx"
formulas=$(cat "$out"/csv_seen/*.fods "$out"/book_seen/*.fods | grep -c 'table:formula=' || true)
printf 'cells with a formula: %s\n' "$formulas"
[ "$formulas" -eq 0 ] || fail "formulas"

say "values"
python3 tests/dataset_tools.py compare "$out"
