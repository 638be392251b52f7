// SPDX-License-Identifier: GPL-3.0-or-later
// What of a page is not in the record: hatched, and stronger where it holds a decimal number, since
// a row of scores may have been lost there.
"use strict";

const kHatch = 4;  // points between the lines of a hatch
let showsUnused = true;

function hatchLines([x0, y0, x1, y1]) {
  const lines = [];
  const height = y1 - y0;
  for (let x = x0 - height; x < x1; x += kHatch) {
    const from = Math.max(x, x0);
    const to = Math.min(x + height, x1);
    if (to > from) lines.push(`M${from} ${y1 - (from - x)}L${to} ${y1 - (to - x)}`);
  }
  return lines.join("");
}

function unusedShape(line) {
  const box = line.slice(0, 4).map(Number);
  const kind = line[4] ? "unused-number" : "unused";
  const hatch = drawing("path", { class: `hatch ${kind}` });
  hatch.setAttribute("d", hatchLines(box));
  const [x0, y0, x1, y1] = box;
  return drawing("g", {}, hatch, drawing("rect", { class: `box ${kind}`, x: x0, y: y0,
    width: Math.max(1, x1 - x0), height: Math.max(1, y1 - y0) }));
}

function unusedOf(page) {
  return drawing("g", { class: "unused-lines" }, ...(page.unused ?? []).map(unusedShape));
}

function applyUnused() {
  document.body.classList.toggle("hides-unused", !showsUnused);
  for (const node of document.querySelectorAll("[data-action=unused]"))
    node.setAttribute("aria-pressed", String(showsUnused));
}

function toggleUnused() {
  showsUnused = !showsUnused;
  applyUnused();
}
