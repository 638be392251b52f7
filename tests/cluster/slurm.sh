# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2034,SC2154
# A Slurm of three nodes on this machine, which needs nothing but a folder: its own munge, ports and
# logs. To be sourced; $work is the folder. Every process of it and of its jobs, but for Slurm's steps,
# has PRONGSAI_CLUSTER=$work in its environment.

nodes=(n1 n2 n3)
first_port=$((20000 + $$ % 10000))
export PRONGSAI_CLUSTER=$work SLURM_CONF=$work/slurm.conf

# A task that is begun again waits until its first credential has expired, two minutes if nothing
# is said.
write_slurm_conf() {
  cat >"$SLURM_CONF" <<CONF
ClusterName=prongsai
SlurmctldHost=$(hostname)(127.0.0.1)
SlurmctldPort=$first_port
SlurmUser=root
AuthType=auth/munge
AuthInfo=socket=$work/munge.socket,cred_expire=20
CredType=cred/munge
StateSaveLocation=$work/state
SlurmdSpoolDir=$work/spool-%n
SlurmctldPidFile=$work/slurmctld.pid
SlurmdPidFile=$work/slurmd-%n.pid
SlurmctldLogFile=$work/slurmctld.log
SlurmdLogFile=$work/slurmd-%n.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SwitchType=switch/none
MpiDefault=none
SlurmdParameters=config_overrides
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SlurmdTimeout=15
KillWait=10
ReturnToService=2
$(for i in "${!nodes[@]}"; do
    echo "NodeName=${nodes[i]} NodeHostname=$(hostname) NodeAddr=127.0.0.1" \
      "Port=$((first_port + 1 + i)) CPUs=1 RealMemory=4096"
  done)
PartitionName=all Nodes=ALL Default=YES MaxTime=INFINITE State=UP
CONF
}

start_controller() { slurmctld; }

start_node() { slurmd -N "$1"; }

# Waits at most $1 seconds until the rest, a command, is true.
wait_until() {
  local end=$((SECONDS + $1))
  shift
  until "$@"; do
    [ $SECONDS -lt $end ] || {
      echo "cluster_test: waited too long for: $*" >&2
      return 1
    }
    sleep 0.5
  done
}

all_nodes_up() { [ "$(sinfo -h -N -t idle,alloc,mix -o %N 2>/dev/null | sort -u | wc -l)" = ${#nodes[@]} ]; }

start_slurm() {
  mkdir -p "$work/state"
  head -c 1024 /dev/urandom >"$work/munge.key"
  chmod 400 "$work/munge.key"
  munged --force --socket="$work/munge.socket" --key-file="$work/munge.key" \
    --pid-file="$work/munged.pid" --seed-file="$work/munged.seed" --log-file="$work/munged.log" \
    2>>"$work/munged.log"
  write_slurm_conf
  start_controller
  local node
  for node in "${nodes[@]}"; do start_node "$node"; done
  wait_until 60 all_nodes_up
}

# The processes of this cluster whose environment has the line $1 as well, without this one.
processes_of() {
  grep -lzxF "PRONGSAI_CLUSTER=$work" /proc/[0-9]*/environ 2>/dev/null |
    xargs -r grep -lzxF "${1:-PRONGSAI_CLUSTER=$work}" 2>/dev/null |
    sed -n 's|/proc/\([0-9]*\)/environ|\1|p' | grep -vx $$ || true
}

kill_processes() {
  local processes
  mapfile -t processes < <(processes_of "$@")
  [ ${#processes[@]} -eq 0 ] || kill -KILL "${processes[@]}" 2>/dev/null || true
}

# Of a node: its daemon and the daemon's steps, which hide their environment, but have the node's log
# open; then what they run. In this order none of them lives to tell of the others' end.
node_processes() {
  find /proc/[0-9]*/fd -lname "$work/slurmd-$1.log" 2>/dev/null | cut -d/ -f3 | sort -u || true
  processes_of "SLURMD_NODENAME=$1"
}

signal_node() { # SIGNAL NODE
  local processes
  mapfile -t processes < <(node_processes "$2")
  kill "-$1" "${processes[@]}" 2>/dev/null || true
}

kill_controller() { kill -KILL "$(cat "$work/slurmctld.pid")"; }

# What an administrator does after a controller was lost: nodes that it found at work on what it
# did not know of are drained, and such tasks held.
mend_slurm() {
  local node job
  for node in $(sinfo -h -N -t drain,drng -o %N | sort -u); do
    scontrol update "nodename=$node" state=resume 2>/dev/null && echo "resumed $node" >>"$work/mended"
  done
  for job in $(squeue -h -t PD -o '%A %r' | awk '/[Hh]eld|requeued/ { print $1 }'); do
    scontrol release "$job" 2>/dev/null && echo "released $job" >>"$work/mended"
  done
  return 0
}
