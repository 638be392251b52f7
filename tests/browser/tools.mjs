// SPDX-License-Identifier: GPL-3.0-or-later
// A browser on a review that lies on the disk, and an eye on all that the page asks for.
import assert from "node:assert/strict";
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

export const here = path.dirname(fileURLToPath(import.meta.url));
export const webFolder = path.join(here, "../../review/web");
export const buildFolder = process.env.PRONGSAI_BROWSER_BUILD ??
  path.join(here, "../../build/dev/browser");
export const pictureFolder = path.join(buildFolder, "screenshots");

const required = createRequire(path.join(buildFolder, "modules/"));
const { chromium } = required("playwright-core");
export const axeSource = () => fs.readFileSync(required.resolve("axe-core/axe.min.js"), "utf8");

const kProgram = process.env.PRONGSAI_CHROMIUM ?? "/usr/bin/chromium";

export async function startBrowser() {
  const root = process.getuid() === 0;
  const browser = await chromium.launch({ executablePath: kProgram, headless: true,
    args: ["--disable-dev-shm-usage", ...(root ? ["--no-sandbox"] : [])] });
  // A page with nothing in it, of the same origin as the reviews: all files are of one.
  browser.blank = path.join(buildFolder, "blank");
  fs.mkdirSync(browser.blank, { recursive: true });
  fs.writeFileSync(path.join(browser.blank, "index.html"), "");
  return browser;
}

export const addressOf = (folder, route = "") =>
  pathToFileURL(path.join(folder, "index.html")).href + route;

// What the page asks for, says and throws is kept in page.seen: {requests, dialogs, errors}.
function watch(page) {
  page.on("request", (request) => page.seen.requests.push(request.url()));
  page.on("pageerror", (error) => page.seen.errors.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") page.seen.errors.push(message.text());
  });
  page.on("dialog", (dialog) => {
    page.seen.dialogs.push(dialog.message());
    dialog.accept().catch(() => {});
  });
}

const kWatched = new WeakMap();

// The browser's one page, as if nobody had been there before. `reviewer` has been asked already
// unless it is "". Options of a context give a page of its own.
export async function openReview(browser, folder, options = {}) {
  const { route = "", reviewer = "สมหญิง", ...context } = options;
  const page = await pageOf(browser, context);
  page.seen = { requests: [], dialogs: [], errors: [] };
  await page.goto(addressOf(browser.blank));
  await page.evaluate((name) => {
    localStorage.clear();
    if (name !== "") localStorage.setItem("prongsai-review:reviewer", name);
  }, reviewer);
  await page.goto("about:blank");
  page.seen.requests.length = 0;
  await page.goto(addressOf(folder, route));
  await ready(page);
  return page;
}

export const ready = (page) => page.waitForSelector("body[data-ready]", { state: "attached" });

async function pageOf(browser, context) {
  const own = Object.keys(context).length > 0;
  if (!own && kWatched.has(browser)) return kWatched.get(browser);
  const profile = await browser.newContext({ viewport: { width: 1280, height: 720 },
    acceptDownloads: true, ...context });
  const page = await profile.newPage();
  page.setDefaultTimeout(15000);
  watch(page);
  if (!own) kWatched.set(browser, page);
  return page;
}

// Only files of the review were asked for, nothing was said in a dialog, nothing thrown.
export function assertQuiet(page, folder) {
  const inside = pathToFileURL(folder).href;
  const outside = page.seen.requests.filter((url) =>
    !url.startsWith(inside) && !url.startsWith("blob:file:") && !url.startsWith("blob:null"));
  assert.deepEqual(outside, []);
  assert.deepEqual(page.seen.dialogs, []);
  assert.deepEqual(page.seen.errors, []);
}

export const titleOf = (page) => page.textContent("#entry-title");

export async function press(page, ...keys) {
  for (const key of keys) await page.keyboard.press(key);
}

// corrections.csv as the page saves it: {text, rows} with the header's names.
export async function download(page) {
  const [saved] = await Promise.all([page.waitForEvent("download"), press(page, "d")]);
  assert.equal(saved.suggestedFilename(), "corrections.csv");
  const text = fs.readFileSync(await saved.path(), "utf8");
  return { text, rows: csvRecords(text) };
}

// A reader of CSV that is not the page's own.
export function csvRecords(text) {
  const rows = [[""]];
  let quotedField = false;
  for (let i = 0; i < text.length; ++i) {
    const row = rows.at(-1);
    if (quotedField) {
      if (text[i] !== '"') row[row.length - 1] += text[i];
      else if (text[i + 1] === '"') row[row.length - 1] += text[++i];
      else quotedField = false;
    } else if (text[i] === '"') quotedField = true;
    else if (text[i] === ",") row.push("");
    else if (text[i] === "\n") rows.push([""]);
    else if (text[i] !== "\r") row[row.length - 1] += text[i];
  }
  const [names, ...records] = rows.filter((row) => row.length > 1);
  return records.map((row) => Object.fromEntries(names.map((name, i) => [name, row[i]])));
}

export async function screenshot(page, name) {
  fs.mkdirSync(pictureFolder, { recursive: true });
  return page.screenshot({ path: path.join(pictureFolder, `${name}.png`) });
}
