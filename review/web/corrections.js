// SPDX-License-Identifier: GPL-3.0-or-later
// corrections.csv: what `prongsai build` applies.
"use strict";

const kColumnsOfFile = ["document_id", "pointer", "was", "is", "who", "when", "note", "what"];
const kColumnsNeeded = kColumnsOfFile.slice(0, 6);

function fileRow(row) {
  return [row.id, row.pointer, row.was, row.is, row.who, row.when, row.note, row.what];
}

function correctionsText() {
  return csvText([kColumnsOfFile, ...allDecisions().map(fileRow)]);
}

function saveCorrections() {
  const blob = new Blob([correctionsText()], { type: "text/csv;charset=utf-8" });
  const address = URL.createObjectURL(blob);
  const link = element("a", {});
  link.href = address;
  link.download = "corrections.csv";
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
  noteSaved();
  showTools();
  announce(text("said_saved", { n: numberText(allDecisions().length) }));
}

// The file's rows as decisions, without an order among those that are here.
function decisionsOfFile(source) {
  const [header = [], ...rows] = csvRows(source);
  const names = header.map((name) => name.trim());
  const lacks = kColumnsNeeded.find((name) => !names.includes(name));
  if (lacks) throw new Error(text("column_lacks", { name: lacks }));
  const at = (row, name) => row[names.indexOf(name)] ?? "";
  return rows.map((row) => ({ id: at(row, "document_id"), pointer: at(row, "pointer"),
    was: at(row, "was"), is: plainDigitsOf(at(row, "is")), who: at(row, "who"),
    when: at(row, "when"), note: at(row, "note"), what: at(row, "what"), order: 0 }));
}

// Numbers may have been typed with Thai digits; other texts stay as they are.
const plainDigitsOf = (value) => (/^[\s\d๐-๙.]+$/.test(value) ? plainDigits(value) : value);

// Files of other tools may lack the name of the value: the queue knows it by its pointer.
function namesByPointer() {
  return new Map(queue.entries.map((entry) => [valueKey(documentOf(entry).id, entry.p), entry.w]));
}

// Puts the rows among the decisions. Of two by one person the later one stays.
function mergeDecisions(rows) {
  const known = new Set(documents.map((row) => row.id));
  const names = namesByPointer();
  const counts = { added: 0, same: 0, differ: 0, foreign: 0 };
  for (const row of rows) {
    if (!known.has(row.id)) {
      counts.foreign += 1;
      continue;
    }
    row.what ||= names.get(valueKey(row.id, row.pointer)) ?? row.pointer;
    mergeRow(row, counts);
  }
  return counts;
}

function mergeRow(row, counts) {
  const here = decisionsOfValue.get(valueKey(row.id, row.what)) ?? [];
  const same = byWho(here, row.who);
  if (same && (same.is === row.is || same.when >= row.when)) {
    counts.same += 1;
    return;
  }
  if (here.some((other) => other.who !== row.who && other.is !== row.is)) counts.differ += 1;
  else counts.added += 1;
  // A row that came from a file is in a file: it counts as saved.
  keep({ ...row, order: 0 });
}

async function loadCorrections(file) {
  const name = brief(file.name);
  try {
    const counts = mergeDecisions(decisionsOfFile(await file.text()));
    notice("loaded", text("said_loaded", { file: name, ...counts }));
  } catch (error) {
    notice("loaded", text("said_not_csv", { file: name, reason: brief(error.message) }), true);
  }
}
