// SPDX-License-Identifier: GPL-3.0-or-later
// A whole document: its pages beside the values of its record. A value lights its box and a box its
// value; what the record does not use of a page is hatched.
"use strict";

const kZooms = [100, 150, 200, 300, 400];

// {hex, file, rows, boxes}: rows and boxes by pointer; null while another view is shown.
let opened = null;
let zoom = 0;

async function showDocument(hex, pointer) {
  if (opened?.hex !== hex) await openDocument(hex);
  if (opened?.hex === hex && pointer !== "") selectValue(pointer);
}

async function openDocument(hex) {
  opened = { hex, file: null, rows: new Map(), boxes: new Map() };
  current = null;
  const main = document.getElementById("main");
  replace(main, element("p", { class: "empty" }, text("loading")));
  try {
    if (!indexOfHex.has(hex)) throw new Error(text("no_document"));
    const file = await loadDocument(hex);
    if (opened?.hex !== hex) return;
    opened.file = file;
    buildDocument(main);
  } catch (error) {
    const row = documents[indexOfHex.get(hex)];
    replace(main, row ? documentHead(row) : null, element("p", { class: "empty" },
      row ? text("no_document_file") : brief(error.message)));
  }
}

function documentHead(row) {
  const entry = { d: indexOfHex.get(row.hex), n: 1 };
  return element("div", { class: "head" }, element("h2", { id: "document-title", tabindex: "-1" },
    text("document")), agencyFacts(entry), sourceFacts(entry),
  row.hasFile && isPlace(placeOf(row)) && summary.places.includes(placeOf(row))
    ? linkTo(`explore/${placeOf(row)}`, {}, text("go_scores")) : null);
}

function buildDocument(main) {
  const { file } = opened;
  const pages = element("div", { class: "scroller", id: "pages", tabindex: "0", role: "region",
    "aria-label": text("pages") }, ...file.pages.flatMap(pageSection));
  const values = element("div", { id: "values", role: "region", tabindex: "0",
    "aria-label": text("values") }, ...groupedValues(file.values), ...checkSection(file.checks ?? []),
  ...textSection(file.texts ?? []));
  replace(main, element("div", { id: "document" },
    documentHead(documents[indexOfHex.get(opened.hex)]),
    element("div", { class: "bar" }, ...zoomButtons(), unusedButton(),
      legend([...Object.keys(kTrusts), ...unusedKinds])),
    element("div", { class: "split" }, pages,
      element("div", { class: "record" }, values,
        element("section", { id: "panel", "aria-label": text("decision"), hidden: true })))));
  applyZoom();
  applyUnused();
  lightBoth(pages);
  document.getElementById("document-title").focus({ preventScroll: true });
}

function pageSection(page) {
  return [element("h3", {}, text("page", { n: Number(page.n) }), " · ",
    brief(word(kMethods, page.method))), pageOf({ hex: opened.hex }, page, opened.file.values)];
}

function unusedButton() {
  return keyed("unused", toggleUnused, { "aria-pressed": String(showsUnused) });
}

function groupedValues(values) {
  const groups = new Map();
  for (const value of values) {
    const name = valueGroup(value.w);
    if (!groups.has(name)) groups.set(name, []);
    groups.get(name).push(value);
  }
  return [...groups].map(([name, members]) => element("section", { class: "values" },
    element("h3", {}, name), element("ul", {}, ...members.map(valueLine))));
}

function valueMark(value) {
  const now = standing(value);
  if (now.rows.length === 0 && !now.obsolete) return "";
  return now.obsolete ? text("obsolete") : now.differ ? text("differing")
    : decisionText(now.mine ?? now.rows[0]);
}

function valueLine(value) {
  const link = linkTo(`document/${opened.hex}${value.p}`, { class: "line",
    "data-pointer": value.p }, element("span", { class: "name" }, valueName(value.w)),
  element("b", {}, element("bdi", {}, brief(shownValue(value), 60))), trustBadge(value.q),
  element("span", { class: "mark" }, valueMark(value)));
  opened.rows.set(value.p, link);
  return element("li", {}, link);
}

function checkSection(checks) {
  const lines = checks.map((check) => element("li", { class: check.verdict === "agrees" ? "" : "wrong" },
    element("b", {}, brief(word(kVerdicts, check.verdict))), " ",
    quoted(inLanguage([check.th, check.en]) || word(kRules, check.rule))));
  return [element("section", { class: "checks" }, element("h3", {}, text("checks")),
    lines.length ? element("ul", {}, ...lines) : element("p", {}, text("no_checks")))];
}

function textSection(texts) {
  if (texts.length === 0) return [];
  return [element("section", { class: "texts" }, element("h3", {}, text("texts")),
    element("ul", {}, ...texts.map(([kind, words]) => element("li", {},
      element("small", {}, brief(word(kTextKinds, kind))), " ", quoted(words)))))];
}

// Hovering or focusing a value lights its box, hovering a box its value; a click chooses it.
function lightBoth(pages) {
  for (const mark of pages.querySelectorAll("g[data-pointer]")) {
    opened.boxes.set(mark.dataset.pointer, mark);
    mark.addEventListener("pointerenter", () => light(mark.dataset.pointer, "row"));
    mark.addEventListener("pointerleave", () => light(null));
    mark.addEventListener("click", () => goTo(`document/${opened.hex}${mark.dataset.pointer}`));
  }
  for (const [pointer, row] of opened.rows) {
    row.addEventListener("pointerenter", () => light(pointer, "box"));
    row.addEventListener("pointerleave", () => light(null));
    row.addEventListener("focus", () => light(pointer, "box"));
    row.addEventListener("blur", () => light(null));
  }
}

// Lights a value and its box, and brings the other one of them into view.
function light(pointer, brings) {
  for (const node of document.querySelectorAll(".lit")) node.classList.remove("lit");
  if (pointer === null || !opened) return;
  const row = opened.rows.get(pointer);
  const box = opened.boxes.get(pointer);
  row?.classList.add("lit");
  box?.classList.add("lit");
  const other = brings === "row" ? row : box;
  if (other) bringIntoView(other);
}

// Scrolls only what the element lies in, not the whole page.
function bringIntoView(node) {
  const scroller = node.closest("#pages, #values, .scroller");
  if (!scroller) return;
  const outer = scroller.getBoundingClientRect();
  const inner = node.getBoundingClientRect();
  if (inner.top < outer.top || inner.bottom > outer.bottom)
    scroller.scrollTop += inner.top - outer.top - (outer.height - inner.height) / 2;
  if (inner.left < outer.left || inner.right > outer.right)
    scroller.scrollLeft += inner.left - outer.left - (outer.width - inner.width) / 2;
}

function lightBox(scroller, pointer, kind) {
  for (const mark of scroller.querySelectorAll("g[data-pointer]")) {
    const is = mark.dataset.pointer === pointer;
    mark.classList.toggle(kind, is);
    if (is) bringIntoView(mark);
  }
}

function selectValue(pointer) {
  const value = opened.file?.values.find((other) => other.p === pointer);
  if (!value) return;
  for (const row of opened.rows.values()) row.removeAttribute("aria-current");
  opened.rows.get(pointer).setAttribute("aria-current", "true");
  lightBox(document.getElementById("pages"), pointer, "current");
  showValue(value);
  opened.rows.get(pointer).focus({ preventScroll: true });
  bringIntoView(opened.rows.get(pointer));
}

function showValue(value) {
  const panel = document.getElementById("panel");
  replace(panel, element("h2", {}, valueName(value.w)), valueFacts(value), contradictions(value),
    alternativeButtons(value), decisionPanel(value, keyed("previous", () => stepValue(-1)),
      keyed("next", () => stepValue(1))), listOfFacts(value));
  panel.hidden = false;
  current = { entry: value, panel, changed: markValue, decided: showDecided };
}

function markValue(value) {
  const row = opened?.rows.get(value.p);
  if (row) row.querySelector(".mark").textContent = valueMark(value);
}

function showDecided(value) {
  showValue(value);
  opened.rows.get(value.p).focus({ preventScroll: true });
}

function stepValue(by) {
  const values = opened?.file?.values ?? [];
  const at = current ? values.indexOf(current.entry) + by : 0;
  if (values[at]) goTo(`document/${opened.hex}${values[at].p}`);
}

function zoomButtons() {
  return [keyed("zoom_out", () => zoomBy(-1)), keyed("zoom_in", () => zoomBy(1)),
    keyed("zoom_fit", () => zoomBy(-kZooms.length))];
}

function zoomBy(steps) {
  zoom = Math.max(0, Math.min(kZooms.length - 1, zoom + steps));
  applyZoom();
  const mark = document.querySelector(".scroller .current");
  if (mark) bringIntoView(mark);
}

function applyZoom() {
  for (const scroller of document.querySelectorAll(".scroller"))
    scroller.style.setProperty("--zoom", `${kZooms[zoom]}%`);
}
