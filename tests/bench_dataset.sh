#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What `./dev bench dataset` measures: isolation, pages a second, what is unchanged, changed rules, and
# the memory of many documents. Processor time where a busy machine would spoil the clock. Everything
# is built already. Exit code 1 if a bound is broken.
#
#   tests/bench_dataset.sh [build folder]
set -euo pipefail
cd "$(dirname "$0")/.."
build=${1:-build/dev}
program=$build/cli/prongsai
work=$build/bench/dataset
runs=3
count=1000 # reports: of 300, half a second of loading models and tables is a tenth of the time
broken=0
mkdir -p "$work"

say() { printf '\n== %s\n' "$*"; }
median() { sort -n | sed -n "$(((runs + 1) / 2))p"; }
# WHAT VALUE COMPARISON BOUND
judge() {
  local mark=''
  awk "BEGIN { exit !($2 $3 $4) }" || { mark='  SHORT' broken=1; }
  printf '  %-52s %10s  (asked: %s %s)%s\n' "$1" "$2" "$3" "$4" "$mark"
}
# Seconds of the processor, and by the clock, that a build takes; its messages are left out.
cost() {
  local TIMEFORMAT='%U %S %R'
  { time "$program" build "$@" >/dev/null 2>&1; } 2>&1 | awk '{ print $1 + $2, $3 }'
}

reports=$work/reports
if [ ! -e "$work/made-$count" ]; then
  rm -rf "$reports" "$work/generated"
  mkdir -p "$reports"
  "$build/testdata/prongsai_generate" --out "$work/generated" --count "$count" --seed 55 --variants digital >/dev/null
  for file in "$work"/generated/*_digital/report.pdf; do
    mv "$file" "$reports/$(basename "$(dirname "$file")").pdf"
  done
  touch "$work/made-$count"
fi
documents=$(find "$reports" -name '*.pdf' | wc -l)
pages=$(find "$reports" -name '*.pdf' -exec pdfinfo {} \; | awk '$1 == "Pages:" { sum += $2 } END { print sum }')

say "isolation"
"$build/worker/prongsai_isolation_bench" 1 || broken=1

say "$documents digital reports, $pages pages (medians of $runs; load $(cut -d' ' -f1 /proc/loadavg))"
for ((run = 0; run < runs; ++run)); do
  rm -rf "$work/one" "$work/two" "$work/left" "$work/right"
  cost "$reports" -o "$work/one" --jobs 1 >>"$work/one.new"
  cost "$reports" -o "$work/left" --jobs 1 >"$work/left.new" &
  cost "$reports" -o "$work/right" --jobs 1 >"$work/right.new"
  wait
  sort -k2 -n "$work/left.new" "$work/right.new" | tail -1 >>"$work/both.new"
  cost "$reports" -o "$work/two" --jobs 2 >>"$work/two.new"
  cost "$reports" -o "$work/two" --jobs 1 >>"$work/same.new"
  cost "$reports" -o "$work/two" --jobs 1 --year 2566 >>"$work/rules.new"
done
one=$(cut -d' ' -f1 "$work/one.new" | median)
judge 'pages a second of a core, all stages' "$(awk "BEGIN { printf \"%.0f\", $pages / $one }")" '>=' 150
ratio=$(paste -d' ' "$work/one.new" "$work/two.new" | awk '{ printf "%.2f\n", $2 / $4 }' | median)
judge 'times as fast with two jobs, by the clock' "$ratio" '>=' 1.8
most=$(paste -d' ' "$work/one.new" "$work/both.new" | awk '{ printf "%.2f\n", 2 * $2 / $4 }' | median)
printf '  (two builds beside each other, with one job each, are %s times as fast as one after the other)\n' "$most"
same=$(cut -d' ' -f1 "$work/same.new" | median)
judge 'ms a document that is unchanged' "$(awk "BEGIN { printf \"%.2f\", 1000 * $same / $documents }")" '<=' 1
rules=$(cut -d' ' -f1 "$work/rules.new" | median)
judge 'ms a page when the rules have changed' "$(awk "BEGIN { printf \"%.2f\", 1000 * $rules / $pages }")" '<=' 5
rm -f "$work"/*.new

say "memory"
many=$work/many
if [ "$(find "$many" -type f 2>/dev/null | wc -l)" -ne 10000 ]; then
  rm -rf "$many"
  mkdir -p "$many"
  for ((i = 0; i < 10000; ++i)); do
    printf '# รายงานผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 25%d\nเทศบาลตำบลตัวอย่าง %d\n\n| ข้อ | ประเด็นการประเมิน | คะแนน |\n| --- | --- | --- |\n| i1 | การปฏิบัติงาน | 9%d.%02d |\n' \
      $((64 + i % 5)) "$i" $((i % 10)) $((i % 100)) >"$many/$i.md"
  done
fi
rm -rf "$work/dataset" "$work/rss"
touch "$work/start"
"$program" build "$many" -o "$work/dataset" --ocr never >/dev/null 2>"$work/messages" &
process=$!
while kill -0 "$process" 2>/dev/null; do
  # What it holds, the files it has open, and how far it is.
  printf '%s %s %s\n' "$(awk '$1 == "RssAnon:" { print $2 }' "/proc/$process/status" 2>/dev/null || true)" \
    "$(find "/proc/$process/fd" -mindepth 1 2>/dev/null | wc -l)" \
    "$(stat -c %s "$work/dataset/journal.ndjson" 2>/dev/null || echo 0)" >>"$work/rss"
  sleep 0.2
done
wait "$process" || true
tail -1 "$work/messages"
# From the first document read to the last one; what stands in the journal before it are the names of
# the inputs, less than a fifth; the last entry says that the dataset is written, which is not reading.
read -r grown files < <(awk 'NF == 3 && $1 > 0 { size[++n] = $3; rss[n] = $1; fd[n] = $2 }
  END { for (i = 1; i <= n; ++i) if (size[i] > size[n] / 5) { first = i; break }
        for (i = first; i <= n && size[i] < 0.999 * size[n]; ++i) { if (rss[i] > most) most = rss[i]; if (fd[i] > open) open = fd[i] }
        printf "%.1f %d\n", (most - rss[first]) / 1024, open }' "$work/rss")
judge 'MiB that 10,000 documents add while they are read' "$grown" '<=' 5
judge 'files open at once, at most' "$files" '<=' 40
left=$(find "$work/dataset" "${TMPDIR:-/tmp}" -maxdepth 1 -newer "$work/start" \
  \( -name '*.new' -o -name 'prongsai*' \) 2>/dev/null | wc -l)
judge 'temporary files left' "$left" '<=' 0

exit "$broken"
