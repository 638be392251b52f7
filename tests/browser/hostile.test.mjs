// SPDX-License-Identifier: GPL-3.0-or-later
// Texts of documents that would like to be more than texts.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { hexOf } from "./fixture.mjs";
import { browser, folder } from "./setup.mjs";
import { assertQuiet, download, openReview, press, screenshot, webFolder } from "./tools.mjs";

const kRoutes = [`#/queue/${hexOf(0)}/agency/name`, `#/queue/${hexOf(0)}/assessed_year`,
  `#/document/${hexOf(0)}`, `#/document/${hexOf(0)}/agency/name`, "#/explore/10-2565",
  "#/search/script", `#/search/${encodeURIComponent("<img src=x onerror=window.hostile=4>")}`];

for (const route of kRoutes) {
  test(`no script, element or address comes of a text: ${route}`, async () => {
    const page = await openReview(browser, folder, { route });
    await page.waitForSelector("main h2, main h3");
    await page.waitForTimeout(150);
    const state = await page.evaluate(() => ({
      hostile: window.hostile,
      scripts: document.querySelectorAll("main script, main iframe, main object, main b > script").length,
      images: [...document.querySelectorAll("main img")].filter((img) =>
        !/\/(crops|pictures)\/[0-9a-f]{16}\/\d+\.png$/.test(img.src)).length,
      handlers: [...document.querySelectorAll("*")].filter((node) =>
        node.getAttributeNames().some((name) => name.startsWith("on"))).length,
      addresses: [...document.querySelectorAll("[href]")].map((node) => node.href)
        .filter((href) => !href.startsWith("file:")),
      wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    }));
    assert.deepEqual(state, { hostile: undefined, scripts: 0, images: 0, handlers: 0, addresses: [],
      wide: 0 });
    assertQuiet(page, folder);
  });
}

test("hostile texts are shown as they are, turning characters by their names", async () => {
  const page = await openReview(browser, folder, { route: kRoutes[0] });
  assert.match(await page.textContent(".agency"), /<script>window\.hostile = 1<\/script>/);
  assert.match(await page.textContent(".facts"), /<img src="x" onerror="window\.hostile = 2">/);
  assert.match(await page.textContent(".facts"), /<b>unknown_repair<\/b> · แก้เลขไทยปนอารบิก/);
  assert.match(await page.textContent(".where"), /‹U\+202E›gnisrever/);
  assert.match(await page.textContent(".against"), /line‹U\+2028›separator/);
  await screenshot(page, "hostile");
});

test("a word of 1 MB is cut, can be seen longer, and breaks nothing", async () => {
  const page = await openReview(browser, folder, { route: kRoutes[1] });
  const raw = page.locator(".facts dd").first();
  assert.ok((await raw.textContent()).length < 300);
  await raw.locator("[data-action=more]").click();
  const more = await raw.textContent();
  assert.ok(more.length > 15000 && more.length < 25000, String(more.length));
  assert.equal(await page.evaluate(() =>
    document.documentElement.scrollWidth - document.documentElement.clientWidth), 0);
  const panel = await page.locator("#panel").boundingBox();
  assert.ok(panel.x + panel.width <= 1280);
  await raw.locator("[data-action=more]").click();
  assert.ok((await raw.textContent()).length < 300);
});

test("a formula that is taken for the value is a text in the file", async () => {
  const page = await openReview(browser, folder, { route: kRoutes[0] });
  await press(page, "1");
  const { text, rows } = await download(page);
  assert.ok(text.includes(`"'=HYPERLINK(""http://evil.invalid/"",""x"")"`), text);
  assert.equal(rows[0].is, `'=HYPERLINK("http://evil.invalid/","x")`);
  assertQuiet(page, folder);
});

test("only links to files on this computer are links", async () => {
  const page = await openReview(browser, folder);
  const kLinks = [["../a/b.pdf", true], ["file:///a/b.pdf", true], ["a%20b.pdf", true],
    ["http://evil.invalid/", false], ["HTTPS://evil.invalid", false], ["javascript:alert(1)", false],
    ["java\nscript:alert(1)", false], [" javascript:alert(1)", false], ["//evil.invalid/x", false],
    ["\\\\evil.invalid\\x", false], ["file://evil.invalid/x", false], ["file:////evil.invalid/x", false],
    ["data:text/html,x", false], ["", false], [null, false]];
  for (const [address, isLink] of kLinks) {
    assert.equal(await page.evaluate((a) => isLocal(a), address), isLink, String(address));
  }
  for (const n of [0, 1, 2]) {
    await page.evaluate((to) => { location.hash = to; }, `#/document/${hexOf(n)}`);
    await page.waitForFunction((hex) => opened?.hex === hex && opened.file, hexOf(n));
    assert.equal(await page.locator("a[target=_blank]").count(), 0, String(n));
  }
  await page.evaluate((to) => { location.hash = to; }, `#/document/${hexOf(5)}`);
  await page.waitForFunction((hex) => opened?.hex === hex && opened.file, hexOf(5));
  assert.equal(await page.getAttribute("a[target=_blank]", "rel"), "noreferrer noopener");
});

test("the policy refuses what the page does not use: inline script, other hosts, eval", async () => {
  const page = await openReview(browser, folder);
  const blocked = await page.evaluate(() => new Promise((resolve) => {
    const seen = [];
    document.addEventListener("securitypolicyviolation", (event) => {
      seen.push(event.effectiveDirective);
      if (seen.length === 3) resolve(seen.sort());
    });
    setTimeout(() => resolve(seen.sort()), 3000);
    const inline = document.createElement("script");
    inline.textContent = "window.hostile = 5";
    document.body.append(inline);
    const image = new Image();
    image.src = "http://evil.invalid/x.png";
    fetch("data/queue.js").catch(() => {});
  }));
  assert.deepEqual(blocked, ["connect-src", "img-src", "script-src-elem"]);
  assert.equal(await page.evaluate(() => window.hostile), undefined);
});

// What turns texts into markup or programs.
const kForbidden = /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|\bFunction\(|setTimeout\("|DOMParser|createContextualFragment|srcdoc|\bimport\(|\bfetch\(|XMLHttpRequest|WebSocket|sendBeacon|EventSource|serviceWorker|https?:(?!\/\/www\.w3\.org\/2000\/svg)|setAttribute\("(on|style|src)/;
const sources = fs.readdirSync(webFolder);

for (const name of sources) {
  test(`the source uses nothing that makes markup or programs of texts: ${name}`, () => {
    const source = fs.readFileSync(path.join(webFolder, name), "utf8");
    source.split("\n").forEach((line, i) =>
      assert.doesNotMatch(line, kForbidden, `${name}:${i + 1}`));
    assert.match(source, /SPDX-License-Identifier: GPL-3\.0-or-later/);
    assert.ok(source.split("\n").length < 400, name);
    if (name.endsWith(".mustache")) {
      assert.doesNotMatch(source, /\{\{[{&#^/>!]|\son\w+=|\sstyle=|<script(?! defer src="\w+\.js"><\/script>)/);
      for (const script of sources.filter((other) => other.endsWith(".js")))
        assert.ok(source.includes(`src="${script}"`), script);
    }
  });
}

test("every text is in both languages, and every text that is asked for is there", async () => {
  const page = await openReview(browser, folder);
  const tables = await page.evaluate(() => ({ texts: kTexts,
    pairs: [kMethods, kAgencyTypes, kVerdicts, kTextKinds, kRules, kRepairs].flatMap(Object.values) }));
  for (const [name, pair] of Object.entries(tables.texts)) {
    assert.ok(pair.length === 2 && pair.every(Boolean), name);
    const values = (words) => [...words.matchAll(/\{\w+\}/g)].map(String).sort().join();
    assert.equal(values(pair[0]), values(pair[1]), name);
  }
  for (const pair of tables.pairs) assert.ok(pair.length === 2 && pair.every(Boolean), String(pair));
  for (const name of sources) {
    const source = fs.readFileSync(path.join(webFolder, name), "utf8");
    for (const [, used] of source.matchAll(/\b(?:text|keyed)\("(\w+)"|data-(?:text|label)="(\w+)"/g))
      if (used) assert.ok(used in tables.texts, `${name}: ${used}`);
  }
});
