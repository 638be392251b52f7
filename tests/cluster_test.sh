#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What `./dev cluster-test` does: builds one dataset with a Slurm of three nodes and with GNU
# parallel, kills something of them in mid-run, and compares every file with what one undisturbed
# build gives. Everything is built already; needs root. Exit code 1 if a byte differs.
#
#   tests/cluster_test.sh [build folder]
set -euo pipefail
cd "$(dirname "$0")/.."
build=$(realpath "${1:-build/dev}")
work=$(mktemp -d /tmp/prongsai_cluster.XXXXXX)
shards=9
# Not the same in every run: the order in which things came to be known.
machine_dependent=(journal.ndjson)
failed=0

cp "$build/cli/prongsai" "$work/program"
export PRONGSAI=$work/program PATH=$PWD/tests/cluster:$PATH STARTS=
. tests/cluster/slurm.sh

# shellcheck disable=SC2119,SC2317 # it is called by a trap, and kills all of them
clean_up() {
  local node
  for node in "${nodes[@]}"; do signal_node KILL "$node"; done
  kill_processes
  if [ "$1" -eq 0 ]; then rm -rf "$work"; else echo "cluster_test: logs are in $work" >&2; fi
}
trap 'clean_up $?' EXIT
trap 'exit 1' INT TERM

say() { printf '\n== %s\n' "$*"; }

fail() {
  echo "cluster_test: $*" >&2
  failed=1
}

# Reports with a text layer, one of them twice, and files that only look like reports.
make_documents() {
  "$build/testdata/prongsai_generate" --out "$work/made" --count 150 --seed 5 --variants digital \
    >/dev/null
  mkdir "$work/reports"
  local file
  for file in "$work"/made/*/report.pdf; do
    cp "$file" "$work/reports/$(basename "$(dirname "$file")").pdf"
  done
  cd "$work/reports"
  local reports=(*.pdf)
  cp "${reports[0]}" twin.pdf
  head -c 4000 "${reports[1]}" >truncated.pdf
  : >empty.pdf
  echo '<html><body>404 Not Found</body></html>' >page.pdf
  head -c 10000 /dev/urandom >noise.pdf
  cd - >/dev/null
}

# A build or merge of these documents names the broken ones, and so ends with 3.
expect_3() {
  local code=0
  "$PRONGSAI" "$@" 2>>"$work/messages" || code=$?
  [ "$code" -eq 3 ] || fail "prongsai $1 ended with $code (see $work/messages)"
}

files_in() {
  (cd "$1" && find . -type f | sed 's|^\./||' | sort | grep -vxF "$(printf '%s\n' "${machine_dependent[@]}")")
}

# How many files of two datasets are not the same, or in one of them only.
differing() {
  local name count=0
  while read -r name; do
    cmp -s "$1/$name" "$2/$name" || {
      echo "cluster_test: $name differs in $2" >&2
      count=$((count + 1))
    }
  done < <(sort -u <(files_in "$1") <(files_in "$2"))
  echo "$count"
}

# The contents that each part has read, as often as it has read them.
contents_read() { grep -aoh '{"outcome":"[0-9a-f]*"' "$1/journal.ndjson" | sort; }

# Merges what $1 has built, twice, and adds a row to the table.
compare() { # NAME SECONDS
  local folder=$work/$1 dataset=$work/$1/dataset part
  for part in "$folder"/parts/*/; do
    contents_read "$part" >"$part.contents"
  done
  expect_3 merge "$folder"/parts/*/ -o "$dataset"
  local different
  different=$(differing "$work/reference" "$dataset")
  expect_3 merge "$folder"/parts/*/ -o "$dataset"
  different=$((different + $(differing "$work/reference" "$dataset")))
  local documents twice shared missing
  documents=$(cat "$folder"/parts/*/.contents | sort -u | wc -l)
  twice=$(($(cat "$folder"/parts/*/.contents | wc -l) - documents))
  shared=$(for part in "$folder"/parts/*/; do uniq "$part.contents"; done | sort | uniq -d | wc -l)
  missing=$(comm -13 <(cat "$folder"/parts/*/.contents | sort -u) \
    <(contents_read "$work/reference" | sort -u) | wc -l)
  local starts waited
  starts=$(wc -l <"$folder/starts")
  waited=$(cat "$folder"/*.log | grep -c 'another run is working' || true)
  [ $((different + shared + missing)) -eq 0 ] || fail "$1: not what an undisturbed build gives"
  printf '%-18s %6d %7d %7d %9d %10d %7d %7d %9d %7d\n' "$1" "$starts" $((starts - shards)) \
    "$waited" "$documents" "$twice" "$shared" "$missing" "$different" "$2" >>"$work/table"
}

. tests/cluster/scenarios.sh

say "150 reports and what is none; one build of them all"
make_documents
expect_3 build "$work/reports" -o "$work/reference"
tail -1 "$work/messages"

say "three nodes"
start_slurm
sinfo
for scenario in "${slurm_scenarios[@]}"; do run_slurm "$scenario"; done

say "GNU parallel"
run_parallel_with_a_dead_host
run_parallel_that_is_killed

say "what happened"
printf '%-18s %6s %7s %7s %9s %10s %7s %7s %9s %7s\n' run starts 'again' 'waited' documents \
  'read twice' shared missing 'different' seconds
cat "$work/table"
echo "(again: starts beyond one a part; waited: starts that met another run of their part;"
echo " shared: contents in two parts; missing: contents in none; different: files, not counting"
echo " ${machine_dependent[*]})"
exit $failed
