// SPDX-License-Identifier: GPL-3.0-or-later
// Which entries of the queue are shown.
"use strict";

const kStates = {
  undecided: (entry) => !isDecided(entry),
  decided: isDecided,
  differing: (entry) => standing(entry).differ || (entry.i ?? []).length > 0,
  obsolete: (entry) => standing(entry).obsolete !== null,
  all: () => true,
};

const filter = {
  province: "", year: "", rule: "", state: "undecided",
  trusts: new Set(["doubtful", "conflicting"]),
};

const rulesOf = (entry) => [...(entry.u ?? []), queue.groups[entry.g]?.rule];

function fitsPlace(entry) {
  const row = documentOf(entry);
  return (filter.province === "" || (row.provinceCode || "00") === filter.province) &&
    (filter.year === "" || String(row.year || "0000") === filter.year);
}

// All of the filter but whether it is decided: what progress is counted over.
function fitsFilter(entry) {
  return filter.trusts.has(entry.q) && fitsPlace(entry) &&
    (filter.rule === "" || rulesOf(entry).includes(filter.rule));
}

const fitsState = (entry) => kStates[filter.state](entry);

function provinceChoices() {
  const codes = new Set(queue.entries.map((entry) => documentOf(entry).provinceCode || "00"));
  return [...codes].map((code) => [code, provinceName(code)])
    .sort((a, b) => a[1].localeCompare(b[1], language));
}

function yearChoices() {
  const years = new Set(queue.entries.map((entry) => documentOf(entry).year || 0));
  return [...years].sort((a, b) => b - a).map((year) =>
    [year ? String(year) : "0000", yearName(year)]);
}

function ruleChoices() {
  const rules = new Set(queue.entries.flatMap(rulesOf).filter(Boolean));
  return [...rules].map((rule) => [rule, brief(word(kRules, rule))])
    .sort((a, b) => a[1].localeCompare(b[1], language));
}

const stateChoices = () => Object.keys(kStates).map((state) => [state, text(state)]);

function choice(name, choices, chosen, listener, empty = true) {
  const options = empty ? [["", text("all")], ...choices] : choices;
  return element("span", { class: "choice" },
    element("label", { for: `choose-${name}` }, text(name)),
    element("select", { id: `choose-${name}`, change: (event) => listener(event.target.value) },
      ...options.map(([value, label]) =>
        element("option", { value, selected: value === chosen }, label))));
}

function trustBox(trust, changed) {
  const id = `trust-${trust}`;
  return element("span", { class: "choice" },
    element("input", { type: "checkbox", id, checked: filter.trusts.has(trust),
      change: (event) => {
        filter.trusts[event.target.checked ? "add" : "delete"](trust);
        changed();
      } }),
    element("label", { for: id }, trustBadge(trust)));
}

function filterBar(changed) {
  const set = (name) => (value) => {
    filter[name] = value;
    changed();
  };
  return element("section", { class: "filter", id: "filter", "aria-label": text("filter") },
    choice("state", stateChoices(), filter.state, set("state"), false),
    choice("province", provinceChoices(), filter.province, set("province")),
    choice("year", yearChoices(), filter.year, set("year")),
    choice("rule", ruleChoices(), filter.rule, set("rule")),
    element("span", { class: "choices", role: "group", "aria-label": text("trust") },
      ...["conflicting", "doubtful", "plausible"].map((trust) => trustBox(trust, changed))));
}

// Where there is little room, as with large letters, the filter is folded up.
function folded(bar) {
  return element("details", { id: "folded", open: !matchMedia("(max-width: 59.99rem)").matches },
    element("summary", {}, text("filter")), bar);
}

function focusFilter() {
  const fold = document.getElementById("folded");
  if (fold) fold.open = true;
  document.querySelector(".filter select")?.focus();
}
