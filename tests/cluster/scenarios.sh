# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2034,SC2154
# What is done to the engines in mid-run. To be sourced.

slurm_scenarios=(undisturbed node_killed node_hangs controller_killed told_to_stop)

started() { [ -e "$STARTS" ] && [ "$(wc -l <"$STARTS")" -ge "$1" ]; }

running_on() { [ -n "$(squeue -h -t R -w "$1" -o %A)" ]; }

# Builds of the second wave are at work, and one of them on $1.
mid_run() {
  wait_until 120 started 5
  [ $# -eq 0 ] || wait_until 60 running_on "$1"
  sleep 2
}

undisturbed() { :; }

node_killed() {
  mid_run n2
  signal_node KILL n2
}

# A node does not answer any more, but what it was doing is still there, and holds its part, until
# the task that took its place has met it.
node_hangs() {
  mid_run n2
  signal_node STOP n2
  wait_until 180 grep -qs 'another run is working' "$work"/node_hangs/*.log
  signal_node KILL n2
}

# Just after a task was begun, which it has not noted yet.
controller_killed() {
  wait_until 120 started 7
  kill_controller
  sleep 8
  start_controller
}

# As shortly before the end of their time, and as somebody with a higher priority does it.
told_to_stop() {
  mid_run
  local jobs
  mapfile -t jobs < <(squeue -h -t R -o %A)
  scontrol requeue "${jobs[2]}"
  # It asks again where the task is gone already.
  timeout 3 scancel --batch --signal=USR1 "${jobs[@]:0:2}" || true
}

nothing_queued() {
  mend_slurm
  [ -z "$(squeue -h 2>&1)" ]
}

run_slurm() { # SCENARIO
  local folder=$work/$1 begin=$SECONDS array
  mkdir -p "$folder/parts"
  export STARTS=$folder/starts
  array=$(sbatch --parsable --array="1-$shards" --cpus-per-task=1 --mem-per-cpu=1G --output="$folder/%a.log" \
    cluster/slurm.sbatch "$shards" "$folder/parts" "$work/reports")
  sbatch --quiet --dependency="afterany:$array" --cpus-per-task=1 --mem-per-cpu=1G \
    --output="$folder/merge.log" --wrap "prongsai merge '$folder'/parts/*/ -o '$folder/dataset'"
  "$1"
  wait_until 300 nothing_queued
  echo "$1: $((SECONDS - begin)) s; the merge behind it: $(tail -1 "$folder/merge.log")"
  compare "$1" $((SECONDS - begin))
  local node
  for node in "${nodes[@]}"; do
    kill -0 "$(cat "$work/slurmd-$node.pid")" 2>/dev/null || start_node "$node"
  done
  wait_until 60 all_nodes_up
}

run_parallel() { cluster/parallel.sh "$shards" "$1/parts" "$work/reports" >>"$1/parallel.log" 2>&1; }

run_parallel_with_a_dead_host() {
  local folder=$work/parallel_dead_host begin=$SECONDS
  mkdir "$folder"
  export STARTS=$folder/starts
  HOSTS=alive,dead PARALLEL_SSH=tests/cluster/ssh run_parallel "$folder" || true
  compare parallel_dead_host $((SECONDS - begin))
}

run_parallel_that_is_killed() {
  local folder=$work/parallel_killed begin=$SECONDS
  mkdir "$folder"
  export STARTS=$folder/starts JOBS=2
  run_parallel "$folder" &
  wait_until 120 started 5
  kill -KILL "$(pgrep -P "$(pgrep -P $!)" -x parallel)" # what it has started lives on
  wait || true
  run_parallel "$folder" || true
  compare parallel_killed $((SECONDS - begin))
}
