// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset/report_template.h"

namespace prongsai {

// Thai marks stand above and below the line, so that lines are far apart. Colours have a contrast
// of at least 4.5 to 1 on white, and none says anything alone.
const char* report_style() {
  return R"css(
:root { color-scheme: light; }
body { margin: 0 auto; padding: 1rem; max-width: 70rem; color: #1b1b1b; background: #fff;
  font-family: Sarabun, "TH Sarabun New", "Noto Sans Thai", "Leelawadee UI", Thonburi, Loma, sans-serif;
  font-size: 1rem; line-height: 1.65; }
h1 { font-size: 1.7rem; line-height: 1.4; color: #123a5e; margin: .8rem 0 .4rem; }
h2 { font-size: 1.3rem; line-height: 1.5; color: #123a5e; margin: 2.4rem 0 .4rem;
  padding-top: .4rem; border-top: 2px solid #123a5e; }
h3 { font-size: 1.08rem; margin: 1.6rem 0 .3rem; }
p { margin: .4rem 0; max-width: 56rem; }
a { color: #0b5394; }
a:focus-visible, .wide:focus-visible, input:focus-visible + label { outline: 3px solid #b45f06; outline-offset: 2px; }
label { margin-right: 1rem; padding: .2rem .3rem; }
#choose-th:checked + label, #choose-en:checked + label { font-weight: 700; text-decoration: underline; }
#choose-th:checked ~ main .en, #choose-en:checked ~ main .th { display: none; }
.cards { list-style: none; display: flex; flex-wrap: wrap; gap: .6rem; padding: 0; margin: 1rem 0; }
.cards li { flex: 1 1 9rem; border: 1px solid #8a97a5; border-radius: .4rem; padding: .4rem .8rem; }
.cards b { display: block; font-size: 1.45rem; line-height: 1.4; color: #123a5e; font-variant-numeric: tabular-nums; }
nav ul { columns: 18rem; padding-left: 1.2rem; margin: .4rem 0; }
.wide { overflow-x: auto; margin: .5rem 0;
  background: linear-gradient(to right, #fff 40%, transparent) left / 3rem 100% no-repeat local,
    linear-gradient(to left, #fff 40%, transparent) right / 3rem 100% no-repeat local,
    linear-gradient(to right, #8a97a5, transparent) left / .8rem 100% no-repeat scroll,
    linear-gradient(to left, #8a97a5, transparent) right / .8rem 100% no-repeat scroll; }
table { border-collapse: collapse; width: 100%; font-size: .94rem; line-height: 1.5; }
th, td { text-align: left; vertical-align: top; padding: .25rem .6rem; border-bottom: 1px solid #c9d1d9; font-weight: 400; }
thead th { font-weight: 700; vertical-align: bottom; border-bottom: 2px solid #5b6b7b; background: rgba(18, 58, 94, .08); }
.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
thead .n { white-space: normal; min-width: 4.6rem; }
.short { white-space: nowrap; }
.first > * { border-top: 2px solid #5b6b7b; }
.file, .name { overflow-wrap: anywhere; min-width: 7.5rem; }
.file { min-width: 10rem; }
small { display: block; color: #55402a; }
.c { width: 30%; min-width: 8rem; vertical-align: middle; }
.c svg { display: block; width: 100%; height: 1rem; background: #f1f4f7; }
.bar { fill: #2a6099; }
.range { fill: #8fb3d9; stroke: #2a6099; stroke-width: 1; vector-effect: non-scaling-stroke; }
.mark { fill: #102a43; }
figure { margin: .6rem 0; }
figcaption { max-width: 56rem; }
.years { display: block; width: 100%; max-width: 32rem; }
.years text { font-size: 12px; fill: #1b1b1b; font-family: inherit;
  paint-order: stroke; stroke: #fff; stroke-width: 4px; }
.grid { stroke: #8a97a5; stroke-dasharray: 2 3; }
.line { fill: none; stroke: #2a6099; stroke-width: 2; }
.point { fill: #123a5e; }
@media (max-width: 40rem) {
  body { padding: .7rem; }
  h1 { font-size: 1.35rem; }
  h2 { font-size: 1.15rem; }
  th, td { padding: .25rem .4rem; }
  .name { min-width: 6.5rem; }
  .file { min-width: 8rem; }
  .c { min-width: 6rem; }
}
@media print {
  :root { font-size: 9.5pt; }
  body { max-width: none; padding: 0; }
  input, label, nav { display: none; }
  .wide { overflow: visible; background: none; }
  .file, .name, .c, thead .n { min-width: 0; }
  h2, h3, h2 + p, h3 + p { break-after: avoid; }
  tr, svg { break-inside: avoid; }
  svg, svg * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
)css";
}

}  // namespace prongsai
