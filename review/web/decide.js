// SPDX-License-Identifier: GPL-3.0-or-later
// Decisions about the value that is looked at.
"use strict";

// {entry, changed(entry), decided(entry), panel}: `changed` shows what stands now, `decided` goes
// on to what comes next.
let current = null;
// What can be undone: {entry, before, row}, the last one last.
const past = [];

const nowStamp = () => `${new Date().toISOString().slice(0, 19)}Z`;

function newRow(entry, value) {
  const row = documentOf(entry);
  return { id: row.id, pointer: entry.p, was: entry.v, is: value, who: reviewer, when: nowStamp(),
    note: typedNote(), what: entry.w, order: lastOrder + 1 };
}

const field = (name) => current?.panel?.querySelector(`#${name}`) ?? null;

function typedNote() {
  return (field("note")?.value ?? "").normalize("NFC").trim();
}

// Decides that the value is `value`; an empty one is not legible.
function decide(value) {
  if (!current) return;
  if (reviewer === "") {
    askReviewer(() => decide(value));
    return;
  }
  const { entry } = current;
  const row = newRow(entry, value);
  past.push({ entry, before: byWho(rowsOf(entry), reviewer), row });
  const was = isDecided(entry);
  keep(row);
  showTools();
  current.changed(entry, was);
  announce(text("said_decided", { name: valueName(entry.w), decision: decisionText(row) }));
  current.decided(entry);
}

function accept() {
  if (current && current.entry.v !== "") decide(current.entry.v);
}

const mayBeIllegible = (entry) => !kindOf(entry).named;

function illegible() {
  if (current && mayBeIllegible(current.entry)) decide("");
}

// Takes another reading as if it had been typed.
function pick(place) {
  const reading = current ? alternativesOf(current.entry)[place] : undefined;
  if (reading) decideTyped(reading[0]);
}

function decideTyped(typed) {
  const read = readTyped(current.entry, typed);
  showWrong(read.wrong);
  if (read.wrong === undefined) decide(read.value);
}

function submitTyped() {
  if (current) decideTyped(field("typed").value);
}

function showWrong(wrong) {
  const input = field("typed");
  const message = field("typed-wrong");
  if (!input) return;
  input.setAttribute("aria-invalid", String(wrong !== undefined));
  message.textContent = wrong ? text(wrong) : "";
  if (wrong) {
    input.focus();
    announce(text(wrong));
  }
}

function undo() {
  const last = past.pop();
  if (!last) {
    announce(text("said_nothing_undone"));
    return;
  }
  const was = isDecided(last.entry);
  if (last.before) keep({ ...last.before, order: lastOrder + 1 });
  else drop(last.row);
  showTools();
  undone(last.entry, was);
  announce(text("said_undone", { name: valueName(last.entry.w) }));
}

// Makes the decisions of earlier visits undoable, in their order.
function recallPast() {
  const entries = new Map(queue.entries.map((entry) =>
    [valueKey(documentOf(entry).id, entry.w), entry]));
  for (const row of allDecisions()) {
    const entry = entries.get(valueKey(row.id, row.what));
    if (entry && row.who === reviewer && row.order > 0) past.push({ entry, before: null, row });
  }
}

const focusTyped = () => field("typed")?.focus();
const focusNote = () => field("note")?.focus();

function typedField(entry) {
  const kind = kindOf(entry);
  return element("input", { id: "typed", type: "text", inputmode: kind.mode, autocomplete: "off",
    spellcheck: "false", maxlength: kLongestText, "aria-describedby": "typed-wrong",
    title: kind.example, "aria-invalid": "false", "aria-keyshortcuts": "E",
    keydown: (event) => {
      if (event.key === "Enter" && !event.isComposing) {
        event.preventDefault();
        submitTyped();
      }
    } });
}

function noteField(entry) {
  const mine = standing(entry).mine;
  return element("input", { id: "note", type: "text", autocomplete: "off", maxlength: 1000,
    "aria-keyshortcuts": "M", value: mine ? mine.note : "" });
}

function keyed(action, listener, attributes = {}) {
  const node = button(action, "", listener, { "aria-keyshortcuts": keyShown(action), ...attributes });
  node.append(element("kbd", { "aria-hidden": "true" }, keyShown(action)), text(action));
  return node;
}

function typedRow(entry) {
  return element("div", { class: "typed" },
    element("label", { for: "typed" }, element("kbd", { "aria-hidden": "true" }, keyShown("type")),
      text("type")), typedField(entry), button("put", text("put"), submitTyped));
}

function noteRow(entry) {
  return element("div", { class: "typed" },
    element("label", { for: "note" }, element("kbd", { "aria-hidden": "true" }, keyShown("note")),
      text("note")), noteField(entry));
}

// The decisions that can be made, as buttons with their keys. `moves` are those of the view.
function decisionPanel(entry, ...moves) {
  return element("div", { class: "decision", role: "group", "aria-label": text("decision") },
    decisionFacts(entry),
    element("div", { class: "row" },
      keyed("accept", accept, { class: "strong", disabled: entry.v === "" }),
      keyed("illegible", illegible, { disabled: !mayBeIllegible(entry) }), ...moves, keyed("undo", undo)),
    typedRow(entry),
    element("p", { id: "typed-wrong", class: "warning", role: "alert" }),
    noteRow(entry));
}
