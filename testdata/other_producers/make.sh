#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes the PDFs of this folder: our own reports, set by LibreOffice and Chromium instead of Cairo.
# Not run by the tests. Needs libreoffice-writer-nogui, chromium, jq, qpdf, and the built generator:
#   testdata/other_producers/make.sh build/dev/testdata/prongsai_generate
set -eu
generate=$(realpath "$1")
here=$(dirname "$(realpath "$0")")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# one NAME PRODUCER LAYOUT SEED
one() {
  name=$1 producer=$2 layout=$3 seed=$4
  "$generate" --out "$work/$name" --count 1 --seed "$seed" --layouts "$layout" \
    --variants digital --html
  source=$(echo "$work/$name"/0000_*_digital)
  target=$here/$name
  mkdir -p "$target"
  case $producer in
    libreoffice)
      HOME=$work soffice --headless --infilter='HTML (StarWriter)' --convert-to odt \
        --outdir "$work" "$source/report.html" > /dev/null 2>&1
      HOME=$work soffice --headless --convert-to pdf --outdir "$target" \
        "$work/report.odt" > /dev/null 2>&1 ;;
    chromium)
      HOME=$work chromium --headless --no-sandbox --disable-gpu --no-pdf-header-footer --disable-pdf-tagging \
        --print-to-pdf="$target/report.pdf" "file://$source/report.html" > /dev/null 2>&1 ;;
  esac
  # Chromium compresses loosely; qpdf packs its objects and leaves the pages as they are.
  qpdf --replace-input --object-streams=generate --recompress-flate --compression-level=9 \
    --deterministic-id "$target/report.pdf"
  jq --arg id "$name" --arg variant "$producer" '.id = $id | .variant = $variant' \
    "$source/gold.json" > "$target/gold.json"
}

one libreoffice_issue_tables libreoffice issue_tables 11
one libreoffice_implementation libreoffice implementation 12
one libreoffice_landscape_merged libreoffice landscape_merged 13
one chromium_bullets chromium bullets 14
one chromium_long_table chromium long_table 15
one chromium_two_years chromium two_years 16
