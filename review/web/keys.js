// SPDX-License-Identifier: GPL-3.0-or-later
// Keys. Letters are known by their place on the keyboard, so that a Thai layout does the same.
"use strict";

// An action, its keys as the browser names their places, what is shown of them, what they do.
const kKeys = [
  { action: "accept", codes: ["Enter", "NumpadEnter", "KeyA"], shown: "Enter", run: accept },
  { action: "type", codes: ["KeyE"], shown: "E", run: focusTyped },
  { action: "pick", codes: [], shown: "1 – 9" },
  { action: "illegible", codes: ["KeyN"], shown: "N", run: illegible },
  { action: "skip", codes: ["KeyS"], shown: "S", run: () => queueParts() && skip() },
  { action: "undo", codes: ["KeyU"], shown: "U", run: undo },
  { action: "next", codes: ["ArrowRight", "KeyJ"], shown: "→", run: () => stepView(1) },
  { action: "previous", codes: ["ArrowLeft", "KeyK"], shown: "←", run: () => stepView(-1) },
  { action: "first", codes: ["Home"], shown: "Home", run: () => queueParts() && lookAt(0) },
  { action: "last", codes: ["End"], shown: "End", run: () => queueParts() && lookAt(listed.length) },
  { action: "show_page", codes: ["KeyP"], shown: "P", run: togglePage },
  { action: "open_document", codes: ["KeyO"], shown: "O", run: openOther },
  { action: "zoom_in", codes: ["Equal", "NumpadAdd"], shown: "+", run: () => zoomBy(1) },
  { action: "zoom_out", codes: ["Minus", "NumpadSubtract"], shown: "-", run: () => zoomBy(-1) },
  { action: "zoom_fit", codes: ["Digit0", "Numpad0"], shown: "0",
    run: () => zoomBy(-kZooms.length) },
  { action: "unused", codes: ["KeyV"], shown: "V", run: toggleUnused },
  { action: "note", codes: ["KeyM"], shown: "M", run: focusNote },
  { action: "to_filter", codes: ["KeyF"], shown: "F", run: focusFilter },
  { action: "queue", codes: ["KeyQ"], shown: "Q", run: () => goTo("queue") },
  { action: "explore", codes: ["KeyX"], shown: "X", run: () => goTo("explore") },
  { action: "search", codes: ["Slash"], shown: "/", run: focusSearch },
  { action: "save_file", codes: ["KeyD"], shown: "D", run: saveCorrections },
  { action: "load_file", codes: ["KeyR"], shown: "R", run: chooseFile },
  { action: "switch_language", codes: ["KeyL"], shown: "L", run: switchLanguage },
  { action: "help", codes: ["F1"], shown: "?", run: showHelp },
  { action: "leave_field", codes: [], shown: "Esc" },
];

const keyShown = (action) => kKeys.find((key) => key.action === action)?.shown ?? "";

// Whether the element takes letters itself.
function takesLetters(node) {
  return node.matches("select, textarea, input:not([type=checkbox])");
}

// A value that is chosen already is accepted by Enter, though it is a link.
function takesEnter(node) {
  return node.matches("a, button, select, input, summary") && !node.matches(".line[aria-current]");
}

function leaveField(event) {
  if (event.key !== "Escape" || !takesEnter(event.target)) return false;
  (document.getElementById("entry-title") ?? document.getElementById("main")).focus();
  return true;
}

function digitOf(event) {
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code);
  return digit ? Number(digit[1]) : 0;
}

// With Ctrl only undo and save; all else belongs to the browser.
function withControl(event) {
  const run = { KeyZ: undo, KeyS: saveCorrections }[event.code];
  if (!run || (event.code === "KeyZ" && takesLetters(event.target))) return;
  event.preventDefault();
  run();
}

function keyOf(event) {
  if (event.shiftKey && event.code === "Slash") return kKeys.find((key) => key.action === "help");
  if (event.shiftKey && event.code !== "Equal") return undefined;
  return kKeys.find((key) => key.codes.includes(event.code));
}

function onKey(event) {
  if (event.defaultPrevented || event.isComposing || document.getElementById("dialog").open) return;
  if (event.altKey) return;
  if (event.ctrlKey || event.metaKey) {
    withControl(event);
    return;
  }
  if (leaveField(event) || takesLetters(event.target)) return;
  if (event.key === "Enter" && takesEnter(event.target)) return;
  const digit = digitOf(event);
  const key = keyOf(event);
  if (!key && digit === 0) return;
  event.preventDefault();
  if (digit > 0 && !event.shiftKey) pick(digit - 1);
  else key?.run();
}

function keyTable() {
  return element("table", {}, element("tbody", {}, ...kKeys.map((key) => element("tr", {},
    element("th", { scope: "row" }, element("kbd", {}, key.shown),
      key.action === "accept" ? element("kbd", {}, "A") : null,
      key.action === "undo" ? element("kbd", {}, "Ctrl+Z") : null),
    element("td", {}, text(key.action))))));
}

function showHelp() {
  openDialog("keys_title", [element("p", {}, text("keys_why")), keyTable(),
    element("p", {}, text("how_saved"))], [button("close", text("close"), closeDialog)]);
}
