#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Trains the number model from lines that the project draws itself, and puts it into
# data/tessdata/. About two and a half hours on two cores: drawing 5 minutes, first stage 10, second
# 60, third 75.
#
#   training/train.sh [work folder]
#
# Packages: tesseract-ocr, fonts-thai-tlwg, fonts-tlwg-laksaman, npm (for @fontsource, OFL),
# python3-torch, python3-pil, python3-numpy, libopenblas0-pthread. The build has to be made before
# (./dev demo).
set -euo pipefail
source_dir=$(cd "$(dirname "$0")/.." && pwd)
work=${1:-$source_dir/build/training}
lines=$source_dir/build/dev/training/prongsai_lines
export OMP_THREAD_LIMIT=1 OPENBLAS_NUM_THREADS=1
mkdir -p "$work" && cd "$work"

# How long the stages last: their error falls slowly.
first_stage=600    # seconds
second_stage=3600  # seconds
third_stage=75     # minutes

families=(sarabun niramit k2d trirong taviraj krub bai-jamjuree pridi prompt maitree kanit mitr
  athiti chakra-petch fahkwang koho)
if [ ! -d fonts ]; then
  npm install --no-audit --no-fund "${families[@]/#/@fontsource/}" >/dev/null
  mkdir -p fonts
  for family in "${families[@]}"; do
    cp node_modules/@fontsource/"$family"/files/*-{thai,latin}-{400,700}-normal.woff2 fonts/
  done
fi
cat >fonts.conf <<XML
<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><include>/etc/fonts/fonts.conf</include><dir>$work/fonts</dir></fontconfig>
XML
export FONTCONFIG_FILE=$work/fonts.conf

# $1: folder, $2: kind, $3: seed, $4: lines, then further arguments. Pages of strips become the
# trainer's own format beside them.
draw() {
  local folder=$1 kind=$2 seed=$3 count=$4
  shift 4
  "$lines" --out "$folder" --kind "$kind" --seed "$seed" --count "$count" "$@"
  for page in "$folder/${kind}_${seed}"_*.png; do
    tesseract "$page" "${page%.png}" --psm 13 lstm.train >/dev/null 2>&1
  done
}
[ -d easy ] || draw easy easy 101 4800
[ -d val ] || draw val any 901 960
[ -d other ] || draw other any 951 960 --held-out
if [ ! -d hard ]; then
  draw hard any 301 36000 & draw hard any 303 28800 & wait
fi
for set in easy val hard; do ls "$work/$set"/*.lstmf >$set.list; done

# The alphabet. Thai digits count as characters of every script: in a Thai string the engine makes
# a word of every character.
printf 'WordStr 4 4 100 40 0 #0123456789๐๑๒๓๔๕๖๗๘๙.,%%-()/:ieoIEOT#=\n\t 100 4 101 40 0\n' >alphabet.box
unicharset_extractor --norm_mode 3 --output_unicharset num.unicharset alphabet.box
mkdir -p langdata base && printf '\n' >langdata/radical-stroke.txt
combine_lang_model --input_unicharset num.unicharset --script_dir langdata --output_dir base \
  --lang thascore --pass_through_recoder --version_str prongsai-1
combine_tessdata -u base/thascore/thascore.traineddata base/x.
sed 's/ Thai / Common /' base/x.lstm-unicharset >base/c.lstm-unicharset
combine_tessdata -o base/thascore/thascore.traineddata base/c.lstm-unicharset

# $1: folder of the stage, $2: list, $3: learning rate, $4: seconds, then further arguments.
train() {
  local stage=$1 list=$2 rate=$3 seconds=$4
  shift 4
  mkdir -p "$stage"
  timeout "$seconds" lstmtraining --traineddata base/thascore/thascore.traineddata "$@" \
    --model_output "$stage/ts" --train_listfile "$list" --eval_listfile val.list \
    --learning_rate "$rate" --max_iterations 900000 --target_error_rate 0.01 \
    --max_image_MB 6000 >"$stage/log.txt" 2>&1 || true
}
# Clean lines first: from hard ones nothing is learnt at all.
train s1 easy.list 0.002 $first_stage --net_spec '[1,36,0,1 Ct3,3,16 Mp3,3 Lfys48 Lfx96 Lrx96 Lfx128 O1c1]'
train s2 hard.list 0.001 $second_stage --continue_from s1/ts_checkpoint --reset_learning_rate
# $1: what to go on from or to pack, $2: the model, then further arguments.
pack() {
  local from=$1 model=$2
  shift 2
  lstmtraining --stop_training "$@" --continue_from "$from" \
    --traineddata base/thascore/thascore.traineddata --model_output "$model"
}
# Tesseract's trainer learns line by line and comes to rest early; batches of lines go on from there.
pack s2/ts_checkpoint s2.traineddata
combine_tessdata -e s2.traineddata s2.lstm
/usr/bin/python3 "$source_dir/training/train_network.py" --lines 'hard/*.png' --check 'val/*.png' \
  --check 'other/*.png' --unicharset base/c.lstm-unicharset --start s2.lstm --out s3.lstm \
  --minutes $third_stage
pack s3.lstm "$source_dir/data/tessdata/thascore.traineddata" --convert_to_int
