// SPDX-License-Identifier: GPL-3.0-or-later
// Starts the page.
"use strict";

async function onFile(event) {
  const [file] = event.target.files;
  event.target.value = "";
  if (!file) return;
  await loadCorrections(file);
  showTools();
  listEntries();
  rebuild();
}

function listen() {
  const at = (id) => document.getElementById(id);
  at("language").addEventListener("click", switchLanguage);
  at("help").addEventListener("click", showHelp);
  at("save").addEventListener("click", saveCorrections);
  at("load").addEventListener("click", chooseFile);
  at("reviewer").addEventListener("click", () => askReviewer(rebuild));
  at("file").addEventListener("change", onFile);
  at("to-main").addEventListener("click", (event) => {
    event.preventDefault();
    at("main").focus();
  });
  addEventListener("keydown", onKey);
  addEventListener("hashchange", showRoute);
  addEventListener("storage", (event) => {
    onOtherWindow(event);
    showTools();
  });
  addEventListener("beforeunload", warnBeforeLeaving);
}

function noticeStale() {
  const stale = summary.stale ?? [];
  if (stale.length === 0) return;
  const line = element("details", {}, element("summary", {},
    `${text("stale")} (${numberText(stale.length)})`),
  element("ul", {}, ...stale.slice(0, 100).map((words) => element("li", {}, quoted(words)))));
  document.getElementById("notices").append(line);
}

async function start() {
  chooseLanguage(readSetting("language") || document.documentElement.lang);
  try {
    await loadAll();
  } catch (error) {
    notice("data", text("no_data", { name: brief(error.message) }), true);
    return;
  }
  openDecisions();
  recallPast();
  listen();
  showTools();
  noticeStale();
  showRoute();
  document.body.dataset.ready = "1";
}

start();
