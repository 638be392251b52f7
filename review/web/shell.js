// SPDX-License-Identifier: GPL-3.0-or-later
// What is around the views: addresses, dialogs, notices, tools.
"use strict";

function goTo(route) {
  location.hash = `#/${encodeURI(route)}`;
}

function goToSearch(words) {
  location.hash = `#/search/${encodeURIComponent(words.trim())}`;
}

// Browsers refuse to change the address too often; then it follows at the next entry.
function setAddress(route) {
  try {
    history.replaceState(null, "", `#/${encodeURI(route)}`);
  } catch {
    return;
  }
}

function decoded(words) {
  try {
    return decodeURIComponent(words);
  } catch {
    return words;
  }
}

// "#/document/HEX/issues/0/number": ["document", "HEX", "/issues/0/number"]
function route() {
  const [, view = "", name = "", pointer = ""] =
    /^#\/([a-z]+)(?:\/([^/]*))?(?:\/*(\/.*))?$/.exec(location.hash) ?? [];
  return [view, decoded(name), decoded(pointer)];
}

const kViews = {
  queue: showQueue,
  document: showDocument,
  explore: (name) => showExplore(isPlace(name) ? name : ""),
  search: () => showSearch(decoded(location.hash.slice("#/search/".length))),
};

function showRoute() {
  const [view, name, pointer] = route();
  const known = Object.hasOwn(kViews, view) ? view : "queue";
  if (known !== "document") opened = null;
  if (known !== "queue" && known !== "document") current = null;
  for (const link of document.querySelectorAll("#views a")) {
    const here = link.dataset.view === known || (known === "search" && link.dataset.view === "explore");
    if (here) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  kViews[known](name, pointer);
}

function rebuild() {
  chooseLanguage(language);
  showTools();
  opened = null;
  document.getElementById("main").replaceChildren();
  showRoute();
}

function switchLanguage() {
  language = language === "th" ? "en" : "th";
  writeSetting("language", language);
  rebuild();
}

function stepView(by) {
  if (queueParts()) step(by);
  else stepValue(by);
}

// From the queue to the document of its entry, and back.
function openOther() {
  if (!current) return;
  const view = queueParts() ? "document" : "queue";
  goTo(`${view}/${documentOf(current.entry).hex}${current.entry.p}`);
}

function undone(entry, wasDecided) {
  if (queueParts()) {
    showUndone(entry, wasDecided);
  } else if (opened?.hex === documentOf(entry).hex) {
    markValue(entry);
    goTo(`document/${opened.hex}${entry.p}`);
    if (current) showDecided(opened.file.values.find((value) => value.p === entry.p));
  } else {
    goTo(`queue/${documentOf(entry).hex}${entry.p}`);
  }
}

function focusSearch() {
  if (!document.getElementById("search")) {
    goTo("explore");
    addEventListener("hashchange", () => document.getElementById("search")?.focus(), { once: true });
  }
  document.getElementById("search")?.focus();
}

const chooseFile = () => document.getElementById("file").click();

function openDialog(title, parts, buttons) {
  const dialog = document.getElementById("dialog");
  replace(dialog, element("h2", { id: "dialog-title" }, text(title)), ...parts,
    element("div", { class: "row" }, ...buttons));
  if (!dialog.open) dialog.showModal();
}

const closeDialog = () => document.getElementById("dialog").close();

// Asks who decides, once; then goes on with what was to be done.
function askReviewer(then) {
  const input = element("input", { id: "reviewer-name", type: "text", maxlength: 100,
    value: reviewer, autocomplete: "name", "aria-describedby": "reviewer-wrong" });
  const wrong = element("p", { id: "reviewer-wrong", class: "warning", role: "alert" });
  const ok = () => {
    const name = input.value.normalize("NFC").replace(/\p{Cc}/gu, " ").trim();
    wrong.textContent = name === "" ? text("reviewer_needed") : "";
    if (name === "") return;
    chooseReviewer(name);
    closeDialog();
    showTools();
    then();
  };
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    ok();
  });
  openDialog("reviewer_ask", [element("p", {}, text("reviewer_why")),
    element("div", { class: "typed" }, element("label", { for: "reviewer-name" },
      text("reviewer_ask")), input), wrong],
  [button("ok", text("ok"), ok, { class: "strong" }), button("cancel", text("cancel"), closeDialog)]);
  input.focus();
}

// A line under the header; the next one of the same name takes its place.
function notice(name, words, isWarning = false) {
  const notices = document.getElementById("notices");
  const id = `notice-${name}`;
  document.getElementById(id)?.remove();
  const line = element("p", { id, class: isWarning ? "notice warning" : "notice" }, words, " ");
  line.append(button("close", text("close"), () => line.remove(), { class: "small" }));
  notices.append(line);
}

function showTools() {
  const count = unsavedCount();
  const save = document.getElementById("save");
  save.textContent = count > 0 ? text("save_file_unsaved", { n: numberText(count) })
    : text("save_file");
  const label = reviewer ? text("reviewer", { name: brief(reviewer, 24) }) : text("reviewer_none");
  document.getElementById("reviewer").textContent = label;
  const other = document.getElementById("language");
  other.textContent = text("other_language");
  other.lang = language === "th" ? "en" : "th";
  if (memoryOnly && !document.getElementById("notice-memory"))
    notice("memory", text("memory_only"), true);
}

function warnBeforeLeaving(event) {
  if (memoryOnly && unsavedCount() > 0) event.preventDefault();
}
