// SPDX-License-Identifier: GPL-3.0-or-later
// Elements. Texts only ever become text nodes, and only the attributes named here are ever set, so
// that nothing a document says can become markup, a script or an address.
"use strict";

const kAttributes = new Set([
  "aria-current", "aria-describedby", "aria-expanded", "aria-hidden", "aria-invalid",
  "aria-keyshortcuts", "aria-label", "aria-labelledby", "aria-pressed", "autocomplete", "checked",
  "class", "colspan", "data-action", "data-pointer", "disabled", "for", "height", "hidden", "id",
  "inputmode", "lang", "max", "maxlength", "name", "open", "preserveAspectRatio", "rel", "role", "rx",
  "scope", "selected", "spellcheck", "tabindex", "target", "title", "type", "value", "viewBox",
  "width", "x", "y",
]);
const kSvg = "http://www.w3.org/2000/svg";

// What a page shows of a long text at first, and when asked for more.
const kShort = 240;
const kLong = 20000;

function fill(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") {
      node.addEventListener(name, value);
    } else if (value !== false && value !== null && value !== undefined) {
      if (!kAttributes.has(name)) throw new Error(`attribute ${name}`);
      node.setAttribute(name, value === true ? "" : String(value));
    }
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return node;
}

// element("p", {class: "note", click: listener}, "text", child...)
function element(name, attributes = {}, ...children) {
  return fill(document.createElement(name), attributes, children);
}

function drawing(name, attributes = {}, ...children) {
  return fill(document.createElementNS(kSvg, name), attributes, children);
}

// A link within this page: "#/document/HEX/POINTER".
function linkTo(route, attributes = {}, ...children) {
  const link = element("a", attributes, ...children);
  link.setAttribute("href", `#/${encodeURI(route)}`);
  return link;
}

// Whether an address leads to a file beside this page or to another one on this computer, and
// nowhere else: no other scheme, no other host.
function isLocal(address) {
  if (typeof address !== "string" || address === "" || /[\u0000-\u0020\\]/.test(address))
    return false;
  if (/^file:\/\/\/(?!\/)/i.test(address)) return true;
  return !/^[^/?#]*:/.test(address) && !address.startsWith("//");
}

function linkToFile(address, attributes = {}, ...children) {
  if (!isLocal(address)) return null;
  const link = element("a", { ...attributes, target: "_blank", rel: "noreferrer noopener" },
    ...children);
  link.setAttribute("href", address);
  return link;
}

function button(action, label, listener, attributes = {}) {
  return element("button", { type: "button", "data-action": action, click: listener,
    ...attributes }, label);
}

// Characters that turn or hide what stands beside them are shown by their names.
function visible(words) {
  return String(words).replace(
    /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g,
    (c) => `‹U+${c.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}›`);
}

// A text from a document, in a direction of its own, short, with a way to see more of it.
function quoted(words, attributes = {}) {
  const whole = String(words ?? "");
  const node = element("bdi", attributes, visible(whole.slice(0, kShort)));
  if (whole.length <= kShort) return node;
  const rest = document.createTextNode("…");
  const more = button("more", text("more"), () => {
    const open = more.getAttribute("aria-expanded") === "true";
    more.setAttribute("aria-expanded", String(!open));
    more.textContent = text(open ? "more" : "less");
    rest.data = open ? "…" : visible(whole.slice(kShort, kLong)) + cutAt(whole);
  }, { "aria-expanded": "false", class: "small" });
  node.append(rest);
  return element("span", {}, node, " ", more);
}

function cutAt(whole) {
  return whole.length > kLong ? text("cut", { n: numberText(whole.length - kLong) }) : "";
}

// A short text for a name, a heading or a label.
function brief(words, length = 80) {
  const whole = String(words ?? "");
  return visible(whole.length > length ? `${whole.slice(0, length)}…` : whole);
}

function trustBadge(trust) {
  const known = Object.hasOwn(kTrusts, trust);
  return element("span", { class: `badge ${known ? trust : "unknown"}` },
    element("span", { "aria-hidden": "true", class: "sign" }, known ? kTrusts[trust].sign : "·"),
    trustName(trust));
}

// What is said at once is said as one, so that the last of it does not silence the rest.
let said = [];

function announce(words) {
  if (said.length === 0) {
    setTimeout(() => {
      document.getElementById("announcer").textContent = said.join(". ");
      said = [];
    });
  }
  said.push(words);
}

function replace(node, ...children) {
  node.replaceChildren(...children.filter((child) => child !== null && child !== undefined));
}
