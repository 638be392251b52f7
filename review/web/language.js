// SPDX-License-Identifier: GPL-3.0-or-later
// Thai or English.
"use strict";

const kLanguages = ["th", "en"];
let language = "th";

function chooseLanguage(name) {
  language = kLanguages.includes(name) ? name : "th";
  document.documentElement.lang = language;
  for (const node of document.querySelectorAll("[data-text]"))
    node.textContent = text(node.dataset.text);
  for (const node of document.querySelectorAll("[data-label]"))
    node.setAttribute("aria-label", text(node.dataset.label));
}

// The one of [Thai, English] that is wanted.
function inLanguage(pair) {
  return pair[kLanguages.indexOf(language)] ?? pair[0] ?? "";
}

// A text of the page; {name} is replaced once, so that values are never looked at again.
function text(name, values = {}) {
  const said = inLanguage(kTexts[name] ?? [name, name]);
  return said.replace(/\{(\w+)\}/g, (all, key) => (key in values ? String(values[key]) : all));
}

// A word of the data, or the word itself where the table has none.
function word(table, name) {
  return Object.hasOwn(table, name) ? inLanguage(table[name]) : String(name);
}

function trustName(trust) {
  return Object.hasOwn(kTrusts, trust) ? inLanguage(kTrusts[trust].names) : String(trust);
}

function numberText(number) {
  return Number(number).toLocaleString("en-US");
}
