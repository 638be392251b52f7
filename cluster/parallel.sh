#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds the parts of a dataset with GNU parallel (docs/cluster.md):
#   HOSTS=host1,host2,: cluster/parallel.sh 9 PARTS INPUT...
# On this machine without HOSTS. The same command again does what is missing.
set -eu
build_part() { # NUMBER SHARDS PARTS INPUT...
  local shard=$1/$2 part=$3/$1 code=75 && shift 3
  while [ "$code" -eq 75 ]; do # another run has this part
    code=0
    prongsai build "$@" -o "$part" --shard "$shard" || code=$?
    [ "$code" -ne 75 ] || sleep 20
  done
  return "$code"
}
export -f build_part
mkdir -p "$2"
seq "$1" | parallel --quote --env build_part --env PATH --workdir "$PWD" --sshlogin "${HOSTS:-:}" \
  --jobs "${JOBS:-1}" --joblog "$2/joblog" --resume-failed --retries 3 --tag --line-buffer \
  build_part {} "$@"
