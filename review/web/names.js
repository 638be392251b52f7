// SPDX-License-Identifier: GPL-3.0-or-later
// What values and agencies are called.
"use strict";

const kSecond = / \((\d+)\)(?=\/|$)/;

function namedBy(table, name) {
  for (const [pattern, ...names] of table) {
    const found = pattern.exec(name);
    if (found) return inLanguage(names).replace(/\$(\d)/g, (all, n) => found[Number(n)] ?? "");
  }
  return name;
}

// "issue 3 i12 (2)/score": "คะแนนข้อ i12 ประเด็นที่ 3 (2)".
function valueName(what) {
  const second = kSecond.exec(what);
  const name = brief(namedBy(kValueNames, what.replace(kSecond, "")));
  return second ? `${name} (${second[1]})` : name;
}

function valueGroup(what) {
  return brief(namedBy(kValueGroups, what));
}

function shownValue(entry) {
  if (entry.v === "") return text("no_value");
  return entry.w === "agency/type" ? word(kAgencyTypes, entry.v) : entry.v;
}

function agencyName(row) {
  return row.agency ? brief(row.agency, 120) : text("no_agency");
}

// "โพธิ์ไทร, อุบลราชธานี · 2567"
function agencyPlace(row) {
  const place = [row.district, row.province || provinceName(row.provinceCode)].filter(Boolean);
  return `${place.map((part) => brief(part)).join(", ")} · ${yearName(row.year)}`;
}

// For comparing what is typed with what is printed: composed, small, and without what is not seen.
function comparable(words) {
  return String(words).normalize("NFC").replaceAll("\u0e4d\u0e32", "\u0e33")
    .replace(/[\u200b-\u200f\u2060\ufeff\s]+/g, "").toLowerCase();
}
