// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of pages and of places on them, with boxes drawn over them. The drawing has the page's
// own coordinates, so that boxes stay where they are at every size.
"use strict";

const kAround = 1.5;  // points between the characters and the box around them

function boxShape(box, kind, attributes = {}) {
  const [x0, y0, x1, y1] = box.map(Number);
  return drawing("rect", { class: `box ${kind}`, x: x0 - kAround, y: y0 - kAround, rx: 1,
    width: Math.max(1, x1 - x0 + 2 * kAround), height: Math.max(1, y1 - y0 + 2 * kAround),
    ...attributes });
}

// A white line under the coloured one shows it on any paper.
function boxOf(box, kind, attributes = {}) {
  return drawing("g", { class: `mark ${kind}`, ...attributes }, boxShape(box, "under"),
    boxShape(box, kind));
}

function pictured(file, label, width, height, shapes) {
  const picture = element("img", { class: "picture" });
  picture.alt = label;
  picture.decoding = "async";
  const frame = element("div", { class: "sheet" }, picture,
    drawing("svg", { viewBox: `0 0 ${width} ${height}`, preserveAspectRatio: "none",
      "aria-hidden": "true", class: "boxes" }, ...shapes));
  frame.style.aspectRatio = `${width} / ${height}`;
  picture.addEventListener("error", () => {
    if (!frame.isConnected) return;
    frame.classList.add("lost");
    picture.alt = text("picture_lost");
  });
  picture.src = file;
  return frame;
}

// The crop of an entry. Its coordinates are its own pixels, four for each point.
function cropOf(entry) {
  const [, width, height, ...box] = entry.x;
  const scale = 4;
  const frame = pictured(cropFile(entry), text("crop_of", { name: valueName(entry.w) }),
    width / scale, height / scale, [boxOf(box.map((at) => at / scale), entry.q)]);
  frame.style.setProperty("--natural", `${Number(width)}px`);
  frame.classList.add("crop");
  return frame;
}

// A page with the boxes of `values`, and what of it is not used.
function pageOf(file, page, values) {
  const label = text("page_of", { n: page.n });
  const shapes = values.filter((value) => value.b && value.n === page.n)
    .map((value) => boxOf(value.b, value.q, { "data-pointer": value.p }));
  if (!page.picture) return element("p", { class: "empty" }, text("no_picture"));
  return pictured(pictureFile(file.hex, page.n), label, Number(page.w), Number(page.h),
    [unusedOf(page), ...shapes]);
}

// Asks for the pictures of entries that come next, so that they are there when they are wanted.
const ahead = [];

function preload(entries) {
  ahead.length = 0;
  for (const entry of entries) {
    if (!entry.x) continue;
    const picture = new Image();
    picture.src = cropFile(entry);
    ahead.push(picture);
  }
}

function legend(kinds) {
  return element("ul", { class: "legend", "aria-label": text("legend") },
    ...kinds.map((kind) => element("li", {}, drawing("svg", { viewBox: "0 0 24 14", width: 24,
      height: 14, "aria-hidden": "true" }, unusedKinds.includes(kind)
      ? drawing("rect", { class: `box ${kind}`, x: 2, y: 2, width: 20, height: 10 })
      : boxOf([4, 4, 20, 10], kind)), kindName(kind))));
}

const unusedKinds = ["unused", "unused-number"];

function kindName(kind) {
  if (kind === "unused") return text("unused_text");
  return kind === "unused-number" ? text("unused_number")
    : `${kTrusts[kind].sign} ${trustName(kind)}`;
}
