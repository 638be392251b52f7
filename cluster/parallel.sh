#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds the parts of a dataset with GNU parallel (docs/cluster.md):
#   HOSTS=host1,host2,: cluster/parallel.sh 9 PARTS INPUT...
# On this machine without HOSTS. The same command again does what is missing.
set -eu
build_part() { # NUMBER SHARDS PARTS INPUT...
  local shard=$1/$2 part=$3/$1 && shift 3
  prongsai build "$@" -o "$part" --shard "$shard" --wait
}
export -f build_part
mkdir -p "$2"
seq "$1" | parallel --quote --env build_part --env PATH --workdir "$PWD" --sshlogin "${HOSTS:-:}" \
  --jobs "${JOBS:-1}" --joblog "$2/joblog" --resume-failed --retries 3 --tag --line-buffer \
  build_part {} "$@"
