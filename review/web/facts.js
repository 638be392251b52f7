// SPDX-License-Identifier: GPL-3.0-or-later
// What is known of a value: its reading, what contradicts it, where it comes from.
"use strict";

const kMostAlternatives = 9;

function repairNames(names) {
  return names.map((name) => brief(word(kRepairs, name))).join(" · ");
}

function percent(confidence) {
  return `${Math.round(Number(confidence) * 100)} %`;
}

function agencyFacts(entry) {
  const row = documentOf(entry);
  return element("p", { class: "agency" }, element("strong", {}, element("bdi", {}, agencyName(row))),
    " ", element("bdi", { class: "where" }, agencyPlace(row)));
}

// The document's own file, at the page, if it lies on this computer.
function sourceFacts(entry) {
  const row = documentOf(entry);
  const at = row.link.includes("#") ? row.link : `${row.link}#page=${Number(entry.n)}`;
  const link = row.link === "" ? null
    : linkToFile(at, { title: text("open_source"), class: "source" }, brief(row.source, 120));
  return element("span", {}, link ?? element("bdi", {}, brief(row.source, 120)),
    ` · ${text("page", { n: Number(entry.n) })}`);
}

function listOfFacts(entry) {
  const rules = (entry.u ?? []).map((rule) => brief(word(kRules, rule))).join(" · ");
  const facts = [
    ["raw_text", quoted(entry.t, { class: "raw" })],
    ["repairs", entry.r.length ? repairNames(entry.r) : null],
    ["rules", rules || null],
    ["method", `${brief(word(kMethods, entry.m))} · ${text("confidence")} ${percent(entry.c)}`],
    ["source", sourceFacts(entry)],
  ];
  return element("dl", { class: "facts" }, ...facts.filter(([, fact]) => fact !== null)
    .flatMap(([name, fact]) => [element("dt", {}, text(name)), element("dd", {}, fact)]));
}

function contradictions(entry) {
  if (!entry.s || entry.s.length === 0) return null;
  return element("ul", { class: "against", "aria-label": text("contradicts") },
    ...entry.s.map((sentence) => element("li", {}, quoted(inLanguage(sentence)))));
}

const alternativesOf = (entry) => (entry.a ?? []).slice(0, kMostAlternatives);

function alternativeButtons(entry) {
  const rows = alternativesOf(entry);
  if (rows.length === 0) return null;
  const buttons = rows.map(([reading, confidence], i) =>
    button("pick", "", () => pick(i), { "aria-keyshortcuts": String(i + 1) }));
  buttons.forEach((node, i) => node.append(element("kbd", {}, String(i + 1)),
    element("bdi", {}, brief(rows[i][0], 40)),
    element("small", {}, percent(rows[i][1]))));
  return element("div", { class: "alternatives", role: "group", "aria-label": text("alternatives") },
    element("span", { class: "label" }, text("alternatives")), ...buttons);
}

function valueFacts(entry) {
  return element("div", { class: "value" },
    element("span", { class: "label" }, text("value_read")),
    element("strong", { class: "reading" }, quoted(shownValue(entry))), trustBadge(entry.q));
}

function decisionLine(row) {
  return element("li", {}, decisionText(row), " ",
    element("bdi", {}, text("by", { name: brief(row.who) })),
    row.note ? element("span", {}, " — ", quoted(row.note)) : null);
}

// What reviewers have said of the value, here and in the dataset.
function decisionFacts(entry) {
  const now = standing(entry);
  const lines = now.rows.map(decisionLine);
  if (now.obsolete) lines.push(element("li", { class: "warning" },
    text("is_obsolete", { was: brief(now.obsolete.was) || text("no_value") })));
  if (entry.i && entry.i.length > 0) lines.push(element("li", { class: "warning" },
    text("differ", { names: entry.i.map((name) => brief(name)).join(", ") })));
  if (now.differ) lines.push(element("li", { class: "warning" },
    text("differ", { names: now.rows.map((row) => brief(row.who)).join(", ") })));
  if (now.rows.some((row) => row.is === entry.v && row.was !== entry.v))
    lines.push(element("li", {}, text("is_applied")));
  return element("ul", { class: "standing", "aria-label": text("decision"),
    hidden: lines.length === 0 }, ...lines);
}
