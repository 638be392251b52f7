#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What `./dev bench review` measures: digits planted into generated scans, and how far in front the
# queue of a review shows them. The tables of review/ are made on the reports of the first seed;
# the second is for judging them. Everything is built already. Exit code 1 if a bound is broken.
#
#   tests/bench_review.sh [build folder]
set -euo pipefail
cd "$(dirname "$0")/.."
build=${1:-build/dev}
work=$build/bench/review
broken=0
mkdir -p "$work"

for seed in 77 901; do
  if [ ! -e "$work/$seed.made" ]; then
    rm -rf "${work:?}/$seed"
    "$build/testdata/prongsai_generate" --out "$work/$seed" --count 34 --seed "$seed" \
      --variants scan200 >/dev/null
    touch "$work/$seed.made"
  fi
  for folder in "$work/$seed"/*_scan200; do
    [ -e "$folder/kept.pages" ] || echo "$folder"
  done | OMP_THREAD_LIMIT=1 xargs -r -P "$(nproc)" -I{} \
    "$build/tests/prongsai_pages" save {}/report.pdf {}/kept.pages
  printf 'reports of seed %s\n' "$seed"
  "$build/tests/prongsai_review_bench" 1 5 "$work/$seed"/*_scan200/kept.pages || broken=1
done
exit "$broken"
