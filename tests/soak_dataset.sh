#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What `./dev dataset-soak` tests: 2,000 documents (digital, scanned, damaged, hostile, twins) give the
# same bytes for any number of jobs, in any order, in one run or in seven parts; and a build that is
# killed 200 times, it or one of its workers, gives them too. Takes most of an hour on two cores.
# Everything is built already. Exit code 1 if anything differs.
#
#   tests/soak_dataset.sh [build folder] [documents] [kills]
set -euo pipefail
cd "$(dirname "$0")/.."
build=${1:-build/dev}
count=${2:-2000}
kills=${3:-200}
program=$build/cli/prongsai
work=$build/soak
inputs=$work/inputs
failed=0
RANDOM=20260 # the same moments every time

say() { printf '\n== %s\n' "$*"; }

# Documents of every kind, in folders by hundreds.
make_inputs() {
  local wanted=$((count * 8 / 10)) number=0 file folder
  "$build/testdata/prongsai_generate" --out "$work/generated" --count $((wanted * 3 / 4)) --seed 91 --variants digital >/dev/null
  "$build/testdata/prongsai_generate" --out "$work/generated" --count $((wanted / 4)) --seed 92 --variants mixed >/dev/null
  find "$work/generated" -name report.pdf | sort >"$work/reports"
  while read -r file; do
    folder=$inputs/$((number / 100))
    mkdir -p "$folder"
    cp "$file" "$folder/$number.pdf"
    case $((number % 20)) in
      3) head -c $((RANDOM * 3 % $(stat -c %s "$file"))) "$file" >"$folder/$number-cut.pdf" ;;
      7) cp "$file" "$folder/$number-twin.pdf" ;;
      11) { cat "$file" && head -c 500 "$file"; } >"$folder/$number-tail.pdf" ;;
      15) flip "$file" "$folder/$number-flipped.pdf" ;;
      19) printf '<html><body>%s</body></html>' "$number" >"$folder/$number-page.pdf" ;;
    esac
    number=$((number + 1))
  done <"$work/reports"
  make_scans
  mkdir -p "$inputs/odd"
  : >"$inputs/odd/empty.pdf"
  printf 'PK\003\004 no archive' >"$inputs/odd/archive.zip"
  printf '%%PDF-1.7\n' >"$inputs/odd/head.pdf"
  ln -sf nowhere "$inputs/odd/link.pdf"
  rm -rf "$work/generated"
}

# Twenty bytes changed here and there.
flip() {
  local size at
  cp "$1" "$2"
  size=$(stat -c %s "$2")
  for _ in {1..20}; do
    at=$((RANDOM * 32768 + RANDOM))
    printf '%b' "\\x$(printf %02x $((RANDOM % 256)))" |
      dd of="$2" bs=1 seek=$((at % size)) conv=notrunc status=none
  done
}

# Pages as pictures, a quarter of a sheet each: OCR takes longer than all the rest.
make_scans() {
  mkdir -p "$inputs/scans"
  sed -n "1~$((count / 20))p" "$work/reports" | while read -r file; do
    pdftoppm -r 120 -gray -png -f 2 -l 2 -x 0 -y 200 -W 990 -H 400 -singlefile "$file" \
      "$inputs/scans/$(basename "$(dirname "$file")")" 2>/dev/null || true # of one page
  done
}

run() { "$program" "$@" >/dev/null 2>>"$work/messages" || [ $? -eq 3 ]; }

# NAME FOLDER: whether a dataset is the first one, byte for byte.
compare() {
  if diff -rq --exclude=journal.ndjson --exclude=pages "$work/whole" "$2" >"$work/difference"; then
    echo "  $1: the same bytes"
  else
    echo "  $1: DIFFERENT: $(head -3 "$work/difference" | tr '\n' ' ')"
    failed=1
  fi
}

# A build of a tenth of the documents that is killed again and again until it is done, or there have
# been enough kills.
killed_until_done() { # KILLED
  local process worker
  for (( ; $(cat "$1") < kills; )); do
    "$program" build "${some[@]}" -o "$work/killed" --jobs 2 >/dev/null 2>&1 &
    process=$!
    sleep "$((RANDOM % 2)).$((RANDOM % 1000))"
    worker=$(pgrep -P "$process" | head -1 || true)
    if [ $((RANDOM % 3)) -eq 0 ] && [ -n "$worker" ]; then
      kill -9 "$worker" 2>/dev/null && echo $(($(cat "$1") + 1)) >"$1"
      sleep 0.3
    fi
    kill -9 "$process" 2>/dev/null && echo $(($(cat "$1") + 1)) >"$1"
    # One that was done before it could be killed.
    wait "$process" 2>/dev/null && break || [ $? -ne 3 ] || break
  done
  run build "${some[@]}" -o "$work/killed"
}

if [ ! -e "$work/made-$count" ]; then
  rm -rf "$work"
  mkdir -p "$inputs"
  say "making the documents"
  make_inputs
  touch "$work/made-$count"
fi
find "$work" -maxdepth 1 -mindepth 1 ! -name inputs ! -name "made-$count" -exec rm -rf {} +
: >"$work/messages"

say "any number of jobs, any order, any parts"
run build "$inputs" -o "$work/whole" --jobs 2
tail -1 "$work/messages"
jq -c '[.inputs, ([.states[]] | add), .states, .sandbox]' "$work/whole/manifest.json"
[ "$(jq '.inputs == ([.states[]] | add)' "$work/whole/manifest.json")" = true ] || failed=1
run build "$inputs" -o "$work/jobs1" --jobs 1
compare 'one job' "$work/jobs1"
run build "$inputs" -o "$work/jobs4" --jobs 4
compare 'four jobs' "$work/jobs4"
find "$inputs" -mindepth 1 -maxdepth 1 | sort -R --random-source=<(yes) >"$work/order"
mapfile -t order <"$work/order"
run build "${order[@]}" -o "$work/shuffled"
compare 'another order' "$work/shuffled"
for part in {1..7}; do run build "$inputs" -o "$work/part$part" --shard "$part/7"; done
run merge "$work"/part{4,2,7,1,6,3,5} -o "$work/merged"
compare 'seven parts, merged' "$work/merged"
rm -rf "$work"/jobs[14] "$work"/shuffled "$work"/part? "$work"/merged

say "$kills kills"
mv "$work/whole" "$work/all"
mapfile -t some < <(find "$inputs" -mindepth 1 -maxdepth 1 | sort -V | head -2)
run build "${some[@]}" -o "$work/whole"
echo 0 >"$work/kills"
rounds=0
while [ "$(cat "$work/kills")" -lt "$kills" ]; do
  rm -rf "$work/killed"
  killed_until_done "$work/kills"
  rounds=$((rounds + 1))
  compare "killed $(cat "$work/kills") times so far, $rounds datasets" "$work/killed"
done
left=$(find "$work/killed" -name '*.new' | wc -l)
[ "$left" -eq 0 ] || { echo "  $left temporary files are left" && failed=1; }

exit "$failed"
