// SPDX-License-Identifier: GPL-3.0-or-later
// The queue: one entry at a time, as a picture beside what was read. The list of entries stays as
// it is while the reviewer goes through it, so that previous and undo find what was there.
"use strict";

const kAhead = 4;    // entries whose pictures are asked for ahead
const kNearby = 8;   // entries that are listed beside the one that is looked at
const kAddressAfter = 400;  // ms without a move after which the address follows

let listed = [];     // entries that fit the filter
let place = 0;       // the one of them that is looked at
let showsPage = false;
const skipped = new Set();
const progress = { decided: 0, all: 0 };
let addressTimer = 0;

function listEntries() {
  listed = [];
  progress.all = progress.decided = 0;
  for (const entry of queue.entries) {
    if (!fitsFilter(entry)) continue;
    progress.all += 1;
    progress.decided += isDecided(entry) ? 1 : 0;
    if (fitsState(entry)) listed.push(entry);
  }
}

function countDecision(entry, wasDecided) {
  if (fitsFilter(entry)) progress.decided += Number(isDecided(entry)) - Number(wasDecided);
}

function showQueue(hex = "", pointer = "") {
  if (queueParts() === null) buildQueue();
  if (listed.length === 0) listEntries();
  const wanted = hex ? placeOfEntry(hex, pointer) : place;
  lookAt(wanted >= 0 ? wanted : place);
}

// The place in the list; the entry is put into it if the filter leaves it out.
function placeOfEntry(hex, pointer) {
  const is = (entry) => documentOf(entry).hex === hex && (pointer === "" || entry.p === pointer);
  const found = listed.findIndex(is);
  if (found >= 0) return found;
  const left = queue.entries.find(is);
  if (!left) {
    notice("entry", text("no_entry"), true);
    return -1;
  }
  listed.splice(place, 0, left);
  return place;
}

const queueParts = () => document.getElementById("queue");

function buildQueue() {
  const changed = () => {
    place = 0;
    skipped.clear();
    listEntries();
    lookAt(0, false);
  };
  replace(document.getElementById("main"), element("div", { id: "queue" },
    element("div", { id: "progress" }), folded(filterBar(changed)),
    element("div", { class: "split" },
      element("section", { id: "looked-at", "aria-label": text("picture") }),
      element("section", { id: "panel", "aria-label": text("entry") }),
      element("nav", { id: "nearby", "aria-label": text("nearby") }))));
  listEntries();
}

// Shows the entry at `at`. Focus goes to its heading unless the reviewer is in the filter.
function lookAt(at, takesFocus = true) {
  place = Math.max(0, Math.min(at, listed.length - 1));
  showsPage = false;
  showProgress();
  const entry = listed[place];
  if (!entry) {
    showNothing();
    return;
  }
  showEntry(entry);
  if (takesFocus) document.getElementById("entry-title").focus({ preventScroll: true });
  announceEntry(entry);
  preload(listed.slice(place + 1, place + 1 + kAhead));
  followAddress(entry);
}

function showNothing() {
  current = null;
  const words = queue.entries.length === 0 ? "empty_queue"
    : progress.all > 0 && progress.all === progress.decided ? "all_decided" : "nothing_left";
  replace(document.getElementById("panel"), element("h2", { id: "entry-title", tabindex: "-1" },
    text(words)), keyed("undo", undo));
  replace(document.getElementById("looked-at"));
  replace(document.getElementById("nearby"));
  announce(text(words));
}

function groupHeading(entry) {
  const group = queue.groups[entry.g];
  if (!group) return null;
  return element("p", { class: "group" },
    text("group", { name: brief(inLanguage([group.th, group.en]), 160), n: numberText(group.count) }));
}

function entryTitle(entry) {
  return element("h2", { id: "entry-title", tabindex: "-1" }, valueName(entry.w));
}

function showEntry(entry) {
  const panel = document.getElementById("panel");
  replace(panel, groupHeading(entry), entryTitle(entry), agencyFacts(entry), valueFacts(entry),
    contradictions(entry), alternativeButtons(entry), queueDecision(entry), listOfFacts(entry),
    documentLink(entry));
  panel.scrollTop = 0;
  current = { entry, panel, changed: countDecision, decided: goOn };
  showPicture(entry);
  showNearby();
}

function queueDecision(entry) {
  return decisionPanel(entry, keyed("previous", () => step(-1)), keyed("next", () => step(1)),
    keyed("skip", skip));
}

function documentLink(entry) {
  return element("p", {}, linkTo(`document/${documentOf(entry).hex}${entry.p}`, {},
    element("kbd", { "aria-hidden": "true" }, keyShown("open_document")), " ",
    text("open_document")));
}

function showPicture(entry) {
  queueParts().classList.toggle("whole-page", showsPage);
  const bar = element("div", { class: "bar" }, keyed("show_page", togglePage,
    { "aria-pressed": String(showsPage) }));
  const shown = showsPage ? element("div", { class: "scroller", tabindex: "0", role: "region",
    "aria-label": text("page_of", { n: Number(entry.n) }) }, text("loading")) : cropFigure(entry);
  if (showsPage) bar.append(...zoomButtons(), legend(Object.keys(kTrusts)));
  replace(document.getElementById("looked-at"), bar, shown);
  if (showsPage) fillPage(entry, shown);
}

function cropFigure(entry) {
  if (!entry.x) return element("blockquote", { class: "raw" }, quoted(entry.t));
  return element("div", { class: "crop-frame" }, cropOf(entry));
}

async function fillPage(entry, scroller) {
  try {
    const file = await loadDocument(documentOf(entry).hex);
    const page = file.pages.find((other) => other.n === entry.n);
    const sheet = page ? pageOf({ hex: documentOf(entry).hex }, page, file.values)
      : element("p", { class: "empty" }, text("no_picture"));
    replace(scroller, sheet);
    applyZoom();
    lightBox(scroller, entry.p, "current");
  } catch (error) {
    replace(scroller, text("no_data", { name: brief(error.message) }));
  }
}

function togglePage() {
  if (!current || !queueParts()) return;
  const button = document.activeElement.closest("[data-action=show_page]");
  showsPage = !showsPage;
  showPicture(current.entry);
  const focused = button ? "#looked-at [data-action=show_page]" : "#entry-title";
  document.querySelector(focused).focus({ preventScroll: true });
}

function nearbyLine(entry, at) {
  const now = standing(entry);
  const mark = now.differ ? "!" : now.decided ? "✓" : skipped.has(entry) ? "…" : "";
  return element("li", {}, linkTo(`queue/${documentOf(entry).hex}${entry.p}`,
    { "aria-current": at === place ? "true" : null, title: agencyName(documentOf(entry)) },
    element("span", { class: `sign ${entry.q}`, "aria-hidden": "true" }, kTrusts[entry.q]?.sign ?? ""),
    element("span", { class: "name" }, valueName(entry.w)), " ",
    element("b", {}, element("bdi", {}, brief(shownValue(entry), 16))),
    mark ? element("span", { class: "mark" }, ` ${mark}`) : null));
}

// Only the entries around this one: a list of all would take longer than a decision.
function showNearby() {
  const first = Math.max(0, Math.min(place - 2, listed.length - kNearby));
  replace(document.getElementById("nearby"), element("ol", {},
    ...listed.slice(first, first + kNearby).map((entry, i) => nearbyLine(entry, first + i))));
}

function showProgress() {
  const label = text("progress", { n: numberText(progress.decided), all: numberText(progress.all) });
  const bar = element("progress", { max: Math.max(1, progress.all), value: progress.decided,
    "aria-label": label });
  replace(document.getElementById("progress"), bar, element("span", {}, label),
    listed.length ? element("span", {}, positionText()) : null,
    summary.decided ? element("span", {}, text("progress_before",
      { n: numberText(summary.decided) })) : null);
}

const positionText = () =>
  text("position", { n: numberText(place + 1), all: numberText(listed.length) });

function announceEntry(entry) {
  announce(text("said_entry", { position: positionText(), name: valueName(entry.w),
    value: brief(shownValue(entry)), trust: trustName(entry.q),
    agency: agencyName(documentOf(entry)) }));
}

// The address names the entry, but not at every key: browsers refuse too many changes.
function followAddress(entry) {
  clearTimeout(addressTimer);
  addressTimer = setTimeout(() => {
    if (queueParts()) setAddress(`queue/${documentOf(entry).hex}${entry.p}`);
  }, kAddressAfter);
}

function step(by) {
  const to = place + by;
  if (to >= 0 && to < listed.length) lookAt(to);
}

function skip() {
  if (!current) return;
  skipped.add(current.entry);
  announce(text("said_skipped", { name: valueName(current.entry.w) }));
  goOn();
}

const isOpen = (entry) => !isDecided(entry) && !skipped.has(entry);

// To the next undecided entry, around the end of the list; what was skipped comes last.
function goOn() {
  for (let i = 1; i <= listed.length; ++i) {
    const at = (place + i) % listed.length;
    if (isOpen(listed[at])) {
      lookAt(at);
      return;
    }
  }
  if (skipped.size > 0) {
    skipped.clear();
    place = -1;
    goOn();
    return;
  }
  finish();
}

// Nothing is open any more: an entry that is decided stays where one was looking for it.
function finish() {
  if (filter.state === "undecided") {
    listEntries();
    lookAt(0);
  } else {
    lookAt(Math.min(place + 1, listed.length - 1));
  }
}

function showUndone(entry, wasDecided) {
  countDecision(entry, wasDecided);
  skipped.delete(entry);
  lookAt(placeOfEntry(documentOf(entry).hex, entry.p));
}
