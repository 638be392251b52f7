// SPDX-License-Identifier: GPL-3.0-or-later
// What a person types becomes a value as the record prints it, or the name of what is wrong with it.
"use strict";

const kLongestText = 300;

// Thai digits as Arabic ones, and no space around.
function plainDigits(typed) {
  return typed.replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50)).trim();
}

function whole(typed, least, most, wrong) {
  const digits = plainDigits(typed);
  const fits = /^\d{1,4}$/.test(digits) && Number(digits) >= least && Number(digits) <= most;
  return fits ? { value: String(Number(digits)) } : { wrong };
}

function typedScore(typed) {
  const digits = plainDigits(typed).replace(/^(\d+),(\d+)$/, "$1.$2");
  if (!/^\d{1,3}(\.\d{1,2})?$/.test(digits) || Number(digits) > 100) return { wrong: "bad_score" };
  return { value: Number(digits).toFixed(2) };
}

function typedCode(typed) {
  const code = plainDigits(typed).toLowerCase().replace(/\s+/g, "");
  const parts = /^([ieo])0?([1-9]\d?)$/.exec(code);
  return parts ? { value: parts[1] + parts[2] } : { wrong: "bad_code" };
}

function typedText(typed) {
  const words = typed.normalize("NFC").trim().replace(/\s+/g, " ");
  const fits = words !== "" && words.length <= kLongestText && !/\p{Cc}/u.test(words);
  return fits ? { value: words } : { wrong: "bad_text" };
}

// The type of an agency by its name in the data or in either language.
function typedType(typed) {
  const words = typed.normalize("NFC").trim().toLowerCase();
  const found = Object.entries(kAgencyTypes).find(([name, names]) =>
    name === words || names.includes(words));
  return found ? { value: found[0] } : { wrong: "bad_type" };
}

const typedProvince = (typed) =>
  (/^\d{2}$/.test(plainDigits(typed)) ? { value: plainDigits(typed) } : { wrong: "bad_province" });

// A kind of value, how it is typed, and an example for the empty field. What is `named` by it, an item
// or an issue, cannot be without it: it may be another one, but not illegible.
const kKinds = {
  score: { read: typedScore, mode: "decimal", example: "92.50" },
  year: { read: (typed) => whole(typed, 2550, 2650, "bad_year"), mode: "numeric", example: "2567" },
  number: { read: (typed) => whole(typed, 1, 99, "bad_number"), mode: "numeric", example: "3",
    named: true },
  code: { read: typedCode, mode: "text", example: "i12", named: true },
  level: { read: typedText, mode: "text", example: "" },
  text: { read: typedText, mode: "text", example: "" },
};

// Texts that are one of a few, by the value's name.
const kNamedKinds = {
  "agency/type": { read: typedType, mode: "text", example: "เทศบาลตำบล" },
  "agency/province_code": { read: typedProvince, mode: "numeric", example: "34" },
};

const kindOf = (entry) => kNamedKinds[entry.w] ?? (Object.hasOwn(kKinds, entry.k) ? kKinds[entry.k]
  : kKinds.text);

// {value} or {wrong: name of a text}
const readTyped = (entry, typed) => kindOf(entry).read(typed);
