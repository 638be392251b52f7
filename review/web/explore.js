// SPDX-License-Identifier: GPL-3.0-or-later
// The explorer: the agencies of a province and year, item by item, and the search for an agency.
// Each number leads to its picture.
"use strict";

const kRowsShown = 100;
const kMostFound = 100;

let firstRow = 0;
let shownPlace = "";

function showExplore(chosen) {
  if (chosen !== shownPlace) firstRow = 0;
  shownPlace = chosen;
  const table = element("div", { id: "place" });
  replace(document.getElementById("main"), element("div", { id: "explore" },
    element("h2", { id: "explore-title", tabindex: "-1" }, text("explore")),
    element("div", { class: "filter" }, placeChooser(chosen), searchField("")), table));
  document.getElementById("explore-title").focus({ preventScroll: true });
  if (chosen) showPlace(chosen, table);
  else replace(table, element("p", { class: "empty" }, text("choose_place")));
}

function placeLabel(name) {
  const [code, year] = name.split("-");
  return `${provinceName(code)} · ${year === "0000" ? text("no_year") : year}`;
}

function placeChooser(chosen) {
  const choices = summary.places.filter(isPlace).map((name) => [name, placeLabel(name)])
    .sort((a, b) => a[1].localeCompare(b[1], language));
  return choice("place", choices, chosen, (name) => goTo(name ? `explore/${name}` : "explore"));
}

function searchField(words) {
  const input = element("input", { id: "search", type: "search", value: words, maxlength: 200,
    autocomplete: "off", "aria-keyshortcuts": "/",
    keydown: (event) => {
      if (event.key !== "Enter" || event.isComposing) return;
      event.preventDefault();
      goToSearch(input.value);
    } });
  return element("span", { class: "choice wide" }, element("label", { for: "search" },
    text("search")), input, button("search", text("search"), () =>
    goToSearch(input.value)));
}

async function showPlace(name, table) {
  replace(table, element("p", {}, text("loading")));
  try {
    const { rows } = await loadPlace(name);
    if (shownPlace === name) fillPlace(table, rows);
  } catch (error) {
    replace(table, element("p", { class: "empty" }, text("no_data", { name: brief(error.message) })));
  }
}

function columnRank(key) {
  const at = kColumns.findIndex(([pattern]) => pattern.test(key));
  return at * 1000 + Number(/(\d+)$/.exec(key)?.[1] ?? 0);
}

function columnsOf(rows) {
  const keys = new Set(rows.flatMap(([, scores]) => Object.keys(scores)));
  return [...keys].sort((a, b) => columnRank(a) - columnRank(b) || (a < b ? -1 : 1));
}

function fillPlace(table, rows) {
  if (rows.length === 0) {
    replace(table, element("p", { class: "empty" }, text("no_rows")));
    return;
  }
  const columns = columnsOf(rows);
  const shown = rows.slice(firstRow, firstRow + kRowsShown);
  replace(table, element("h3", {}, placeLabel(shownPlace)), trustLegend(), pager(table, rows),
    element("div", { class: "wide", tabindex: "0", role: "region", "aria-label": text("place") },
      element("table", {}, headRow(columns),
        element("tbody", {}, ...shown.map((row) => scoreRow(row, columns))))));
}

function trustLegend() {
  return element("p", { class: "legend" }, ...Object.keys(kTrusts).map(trustBadge));
}

function headRow(columns) {
  return element("thead", {}, element("tr", {}, element("th", { scope: "col" }, text("agency")),
    ...columns.map((key) => element("th", { scope: "col" }, brief(namedBy(kColumns, key), 20)))));
}

function trustOfLetter(letter) {
  return Object.keys(kTrusts).find((trust) => kTrusts[trust].letter === letter) ?? "";
}

function scoreCell(row, key, cell) {
  if (!cell) return element("td", {});
  const [score, letter, pointer] = cell;
  const trust = trustOfLetter(letter);
  const printed = typeof score === "number" ? score.toFixed(2) : brief(score ?? "–", 12);
  return element("td", {}, linkTo(`document/${row.hex}${pointer}`, { class: `score ${trust}`,
    "aria-label": `${brief(namedBy(kColumns, key), 20)} ${printed} ${trustName(trust)}` },
  element("span", { "aria-hidden": "true", class: "sign" }, kTrusts[trust]?.sign ?? ""), printed));
}

function scoreRow([index, scores], columns) {
  const row = documents[index];
  return element("tr", {}, element("th", { scope: "row" },
    linkTo(`document/${row.hex}`, {}, element("bdi", {}, agencyName(row))),
    element("small", {}, element("bdi", {}, brief(row.district || row.source, 60)))),
  ...columns.map((key) => scoreCell(row, key, Object.hasOwn(scores, key) ? scores[key] : null)));
}

function pager(table, rows) {
  if (rows.length <= kRowsShown) return null;
  const to = Math.min(firstRow + kRowsShown, rows.length);
  const turn = (by) => () => {
    firstRow += by;
    fillPlace(table, rows);
    document.querySelector("#place .bar button:not([disabled])").focus();
  };
  return element("div", { class: "bar" },
    button("previous_rows", text("previous_rows"), turn(-kRowsShown), { disabled: firstRow === 0 }),
    button("next_rows", text("next_rows"), turn(kRowsShown), { disabled: to >= rows.length }),
    element("span", {}, text("rows_shown", { from: numberText(firstRow + 1), to: numberText(to),
      all: numberText(rows.length) })));
}

// The words of a document that a search looks through, made once.
function searchWords(row) {
  row.words ??= comparable([row.agency, row.district, row.province,
    provinceName(row.provinceCode)].filter(Boolean).map((part) => String(part).slice(0, 500)).join(" "));
  return row.words;
}

function showSearch(words) {
  const wanted = words.split(/\s+/).map(comparable).filter(Boolean);
  const found = wanted.length === 0 ? []
    : documents.filter((row) => wanted.every((part) => searchWords(row).includes(part)));
  const shown = found.slice(0, kMostFound);
  const count = { n: numberText(found.length), shown: numberText(shown.length) };
  const label = text(found.length > shown.length ? "found_some" : "found", count);
  replace(document.getElementById("main"), element("div", { id: "explore" },
    element("h2", { id: "explore-title", tabindex: "-1" }, text("search")),
    element("div", { class: "filter" }, placeChooser(""), searchField(words)),
    element("p", {}, label), element("ul", { id: "found" }, ...shown.map(foundLine))));
  document.getElementById("explore-title").focus({ preventScroll: true });
  announce(label);
}

function foundLine(row) {
  const [v, p, d, c] = row.counts;
  return element("li", {}, linkTo(`document/${row.hex}`, {}, element("bdi", {}, agencyName(row))),
    " ", element("bdi", { class: "where" }, agencyPlace(row)), " ",
    element("small", {}, text("counts", { v, p, d, c })), " ",
    summary.places.includes(placeOf(row)) ? linkTo(`explore/${placeOf(row)}`, {},
      text("go_scores")) : null);
}
