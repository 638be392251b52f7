#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What `./dev bench` measures: reading rates on the generated reports, and time and memory on large
# documents, against the bounds of prongsai_bench. Everything is built already. Exit code 1 if a
# bound is broken.
#
#   tests/bench.sh [build folder]
set -euo pipefail
cd "$(dirname "$0")/.."
build=${1:-build/dev}
work=$build/bench
mkdir -p "$work"
broken=0

say() { printf '\n== %s\n' "$*"; }

cmake --build "$build" --target prongsai_corpus >/dev/null

# $1 pages or more of generated reports with a text layer, as one file: $2.
join_reports() {
  local files=() pages=0 file
  for file in "$build"/corpus/*_digital/report.pdf "$build"/corpus/*_n[1-9]/report.pdf; do
    files+=("$file")
    pages=$((pages + $(pdfinfo "$file" | awk '$1 == "Pages:" { print $2 }')))
    [ "$pages" -lt "$1" ] || break
  done
  pdfunite "${files[@]}" "$2"
}

for pages in 100 200; do
  [ "$work/generated_$pages.pdf" -nt "$build/corpus/made" ] ||
    join_reports "$pages" "$work/generated_$pages.pdf"
done
digital=("$work"/generated_100.pdf "$work"/generated_200.pdf testdata/demo/report.pdf)
# Published documents, where the checkout has them beside it.
for file in ../shared/reports/*.pdf; do
  [ ! -e "$file" ] || digital+=("$file")
done

if [ -x "$build/tests/prongsai_corpus_tests" ]; then
  say "reading rates on generated reports"
  "$build/tests/prongsai_corpus_tests" --log_level=message || broken=1
fi

say "what the checks see of planted errors"
tests/bench_trust.sh "$build" || broken=1

say "time and memory of documents with a text layer ($(nproc) cores, load $(cut -d' ' -f1 /proc/loadavg))"
"$build/tests/prongsai_bench" --program "$build/cli/prongsai" "${digital[@]}" || broken=1

say "time and memory of OCR on pictures of generated pages"
for document in "$build"/corpus/*_scan_clean/report.pdf; do
  name=$(basename "$(dirname "$document")")
  compgen -G "$work/$name-*.png" >/dev/null ||
    pdftoppm -r 300 -gray -png -f 1 -l 3 "$document" "$work/$name"
done
"$build/tests/prongsai_bench" --program "$build/cli/prongsai" --runs 3 --ocr \
  "$work"/*_scan_clean-*.png || broken=1

exit "$broken"
