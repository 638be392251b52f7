#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Measures a number model on lines drawn with seeds of their own: by quality, font and held-out
# fonts; its confusions and its time. About three minutes on two cores.
#
#   training/measure.sh [folder of thascore.traineddata] >training/report.md
set -euo pipefail
source_dir=$(cd "$(dirname "$0")/.." && pwd)
model=${1:-$source_dir/data/tessdata}
tools=$source_dir/build/dev/training
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

echo "# Report on the number model"
echo
echo "Made by \`training/measure.sh\`: 300 lines a set with digits and codes, exact after folding"
echo "\`o\`/\`๐\` and \`i\`/\`I\`. \"sure\" is what the model itself believes."
for kind in clean scan300 scan200 scan150 bilevel; do
  for fonts in "" --held-out; do
    folder=$work/$kind$fonts
    "$tools/prongsai_lines" --pictures --kind "$kind" --count 300 --seed 977 --out "$folder" $fonts \
      >/dev/null
    printf '\n## %s, %s\n\n```\n' "$kind" "${fonts:+fonts held out of training}${fonts:-fonts trained on}" |
      sed 's/training--held-out/training/'
    "$tools/prongsai_measure_lines" --numbers-only --lines "$folder" --tessdata "$model"
    printf '```\n'
  done
done
