// SPDX-License-Identifier: GPL-3.0-or-later
// What reviewers have decided. Each decision is one item of the browser's storage, so that keeping
// one costs the same however many there are. Its key has the document's digest and the value's
// name, which stay when the review is made again; the pointer and the dataset are in the item.
"use strict";

const kPrefix = "prongsai-review:";
const kDecision = `${kPrefix}decision:`;

// A decision: {id, pointer, was, is, who, when, note, what, order}.
const decisionsOfValue = new Map();
let lastOrder = 0;
let memoryOnly = false;

const valueKey = (id, what) => JSON.stringify([id, what]);
const storageKey = (row) => kDecision + JSON.stringify([row.id, row.what, row.who]);

function readSetting(name) {
  try {
    return localStorage.getItem(kPrefix + name) ?? "";
  } catch {
    return "";
  }
}

function writeItem(key, value) {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    memoryOnly = true;
  }
}

const writeSetting = (name, value) => writeItem(kPrefix + name, value);

let reviewer = readSetting("reviewer");

function chooseReviewer(name) {
  reviewer = name;
  writeSetting("reviewer", name);
}

function rowsOf(entry) {
  const rows = decisionsOfValue.get(valueKey(documentOf(entry).id, entry.w));
  return rows ?? [];
}

const byWho = (rows, who) => rows.find((row) => row.who === who) ?? null;

function hold(row) {
  const key = valueKey(row.id, row.what);
  const others = (decisionsOfValue.get(key) ?? []).filter((other) => other.who !== row.who);
  decisionsOfValue.set(key, [...others, row]);
  lastOrder = Math.max(lastOrder, row.order);
}

function storedItem(row) {
  return JSON.stringify([row.pointer, row.was, row.is, row.when, row.note, row.order,
    summary.dataset]);
}

function keep(row) {
  hold(row);
  writeItem(storageKey(row), storedItem(row));
}

function letGo(row) {
  const key = valueKey(row.id, row.what);
  decisionsOfValue.set(key, (decisionsOfValue.get(key) ?? []).filter((o) => o.who !== row.who));
}

function drop(row) {
  letGo(row);
  writeItem(storageKey(row), null);
}

function keyParts(key) {
  const [id, what, who] = JSON.parse(key.slice(kDecision.length));
  return { id, what, who };
}

function storedRow(key, value) {
  const { id, what, who } = keyParts(key);
  const [pointer, was, is, when, note, order] = JSON.parse(value);
  return { id, pointer, was, is, who, when, note, what, order: Number(order) || 0 };
}

function storedKeys() {
  const keys = [];
  for (let i = 0; i < localStorage.length; ++i) keys.push(localStorage.key(i));
  return keys.filter((key) => key.startsWith(kDecision));
}

// Takes up what earlier visits have left about the documents of this dataset.
function openDecisions() {
  const known = new Set(documents.map((row) => row.id));
  try {
    for (const key of storedKeys()) {
      const row = storedRow(key, localStorage.getItem(key));
      if (known.has(row.id)) hold(row);
    }
    localStorage.setItem(`${kPrefix}probe`, "1");
    localStorage.removeItem(`${kPrefix}probe`);
  } catch {
    memoryOnly = true;
  }
}

// What is decided in another window of the browser counts in this one, too.
function onOtherWindow(event) {
  if (!event.key?.startsWith(kDecision)) return;
  if (event.newValue === null) letGo(keyParts(event.key));
  else hold(storedRow(event.key, event.newValue));
}

function allDecisions() {
  return [...decisionsOfValue.values()].flat().sort((a, b) => a.order - b.order);
}

const mayStand = (row, entry) => row.was === entry.v || row.is === entry.v;

// What stands about a value: {mine, rows, differ, decided, obsolete}. A row is obsolete when the
// value was another one when it was decided, and is not what was decided now.
function standing(entry) {
  const all = rowsOf(entry);
  if (all.length === 0) return kNothingStands;
  const rows = all.filter((row) => mayStand(row, entry));
  const differ = new Set(rows.map((row) => row.is)).size > 1;
  const mine = byWho(rows, reviewer);
  return { mine, rows, differ, decided: mine !== null || (rows.length > 0 && !differ),
    obsolete: rows.length === 0 ? all[0] : null };
}

const kNothingStands = { mine: null, rows: [], differ: false, decided: false, obsolete: null };

const isDecided = (entry) => standing(entry).decided;

function decisionText(row) {
  if (row.is === "") return text("is_illegible");
  if (row.is === row.was) return text("is_accepted");
  return text("is_corrected", { value: brief(row.is) });
}

// Decisions of mine that no saved file has.
function unsavedCount() {
  const saved = Number(readSetting("saved")) || 0;
  let count = 0;
  for (const rows of decisionsOfValue.values())
    for (const row of rows) count += row.order > Math.max(saved, savedInMemory) ? 1 : 0;
  return count;
}

let savedInMemory = 0;

function noteSaved() {
  savedInMemory = lastOrder;
  writeSetting("saved", String(lastOrder));
}
