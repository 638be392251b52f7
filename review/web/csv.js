// SPDX-License-Identifier: GPL-3.0-or-later
// CSV by RFC 4180. A field that a spreadsheet would take for a formula is led by an apostrophe.
"use strict";

const kFormula = /^[=+\-@\t\r]/;

function csvField(value) {
  const words = kFormula.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words;
}

function csvText(rows) {
  return rows.map((row) => `${row.map(csvField).join(",")}\r\n`).join("");
}

function unguarded(field) {
  return field.startsWith("'") && kFormula.test(field.slice(1)) ? field.slice(1) : field;
}

// Rows of fields; empty lines are no rows. A quote that is never closed ends with the text.
function csvRows(source) {
  const rows = [];
  const field = /(?:"([^"]*(?:""[^"]*)*)(?:"|$)|([^",\r\n]*))(,|\r\n|\n|\r|$)/gy;
  const words = source.replace(/^\ufeff/, "");
  let row = [];
  while (field.lastIndex < words.length || row.length > 0) {
    const found = field.exec(words);
    if (!found) throw new Error(`CSV, row ${rows.length + 1}`);
    row.push(unguarded(found[1] === undefined ? found[2] : found[1].replaceAll('""', '"')));
    if (found[3] === ",") continue;
    if (row.length > 1 || row[0] !== "") rows.push(row);
    row = [];
  }
  return rows;
}
