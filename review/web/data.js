// SPDX-License-Identifier: GPL-3.0-or-later
// The data files. A page opened from a disk may not fetch files, but may load scripts: each data
// file is one call of prongsaiData.
"use strict";

const kDocumentFields = ["hex", "id", "source", "link", "agency", "type", "provinceCode",
  "province", "district", "year", "state", "counts", "hasFile"];
// Documents that are kept at hand; the oldest goes when there are more.
const kKeptFiles = 24;

const arrived = new Map();
const asked = new Map();
let summary = null;
let queue = null;
let documents = [];
let indexOfHex = new Map();

function prongsaiData(name, data) {
  arrived.set(name, data);
}

// The data file's content; rejected if it cannot be opened.
function loadData(name, file) {
  if (asked.has(name)) return asked.get(name);
  const promise = new Promise((resolve, reject) => {
    const script = document.createElement("script");
    const done = () => {
      script.remove();
      if (arrived.has(name)) resolve(arrived.get(name));
      else reject(new Error(name));
      arrived.delete(name);
    };
    script.addEventListener("load", done);
    script.addEventListener("error", done);
    script.src = file;
    document.head.append(script);
  });
  promise.catch(() => asked.delete(name));
  asked.set(name, promise);
  forgetOldest();
  return promise;
}

function forgetOldest() {
  const files = [...asked.keys()].filter((name) => name.includes(":"));
  if (files.length > kKeptFiles) asked.delete(files[0]);
}

async function loadAll() {
  [summary, queue] = await Promise.all([loadData("summary", "data/summary.js"),
    loadData("queue", "data/queue.js")]);
  documents = summary.documents.map((row) =>
    Object.fromEntries(kDocumentFields.map((field, i) => [field, row[i]])));
  indexOfHex = new Map(documents.map((row, i) => [row.hex, i]));
}

const isHex = (hex) => /^[0-9a-f]{16}$/.test(hex);
const isPlace = (place) => /^[0-9]{2}-[0-9]{4}$/.test(place);

// A document's file, its values as entries like those of the queue.
async function loadDocument(hex) {
  if (!isHex(hex) || !indexOfHex.has(hex)) throw new Error(hex);
  const file = await loadData(`document:${hex}`, `data/documents/${hex}.js`);
  for (const value of file.values) value.d = indexOfHex.get(hex);
  return file;
}

function loadPlace(place) {
  return isPlace(place) ? loadData(`place:${place}`, `data/places/${place}.js`)
    : Promise.reject(new Error(place));
}

const documentOf = (entry) => documents[entry.d];

function pictureFile(hex, page) {
  return `pictures/${hex}/${Number(page)}.png`;
}

function cropFile(entry) {
  return entry.x ? `crops/${documentOf(entry).hex}/${Number(entry.x[0])}.png` : "";
}

function provinceName(code) {
  const names = Object.hasOwn(summary.provinces, code) ? summary.provinces[code] : null;
  return names ? brief(inLanguage(names)) : text("no_province");
}

const yearName = (year) => (year ? String(year) : text("no_year"));

const placeOf = (row) => `${row.provinceCode || "00"}-${row.year || "0000"}`;
