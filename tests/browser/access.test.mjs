// SPDX-License-Identifier: GPL-3.0-or-later
// Each view in each language, in light and dark, as axe-core sees it, and pictures for a person.
import assert from "node:assert/strict";
import { test } from "node:test";
import { hexOf } from "./fixture.mjs";
import { browser, folder } from "./setup.mjs";
import { axeSource, openReview, press, screenshot } from "./tools.mjs";

const kViews = [
  ["queue", `#/queue/${hexOf(1)}/issues/0/items/4/score`, "#panel .decision", []],
  ["page", `#/queue/${hexOf(1)}/issues/0/items/4/score`, "#panel .decision", ["p"]],
  ["decided", `#/queue/${hexOf(2)}/overall/score`, "#panel .decision", ["n", "ArrowLeft"]],
  ["help", "#/queue", "#panel .decision", ["F1"]],
  ["document", `#/document/${hexOf(1)}/issues/0/items/4/score`, "#panel .decision", []],
  ["explore", "#/explore/34-2567", "#place tbody tr", []],
  ["search", "#/search/%E0%B8%99", "#found", []],
];

// One page for all: axe-core is put in where the policy would refuse it.
const kRules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
// The dark one has the same words.
const kSchemes = [["light", ["th", "en"]], ["dark", ["th"]]];

for (const [colorScheme, languages] of kSchemes) {
  test(`axe-core finds no violation (${colorScheme})`, async () => {
    const page = await openReview(browser, folder, { bypassCSP: true, colorScheme });
    await page.evaluate(axeSource());
    for (const language of languages) {
      if (language === "en") await press(page, "l");
      for (const [name, route, ready, keys] of kViews) {
        await page.evaluate((to) => { location.hash = to; }, route);
        await page.waitForSelector(ready);
        await press(page, ...keys);
        await page.waitForTimeout(keys.includes("p") ? 400 : 50);
        await screenshot(page, `${name}-${language}-${colorScheme}`);
        const { violations } = await page.evaluate((rules) =>
          axe.run(document, { resultTypes: ["violations"], runOnly: { type: "tag", values: rules } }), kRules);
        assert.deepEqual(violations.map((found) => `${name} ${language} ${found.id}: ${found.nodes
          .slice(0, 3).map((node) => node.html.slice(0, 160)).join(" | ")}`), []);
        await press(page, "Escape");
        await page.evaluate(() => document.activeElement.blur());
        if (name === "decided") await press(page, "u");
      }
    }
    await page.context().close();
  });
}

const kWindows = [["1280", 1280, 720], ["1920", 1920, 1080], ["zoomed", 640, 360]];

for (const [name, width, height] of kWindows) {
  test(`nothing lies over anything else or leaves the window (${name})`, async () => {
    const page = await openReview(browser, folder, { viewport: { width, height } });
    for (const [view, route, ready, keys] of kViews.filter(([v]) => v !== "help")) {
      await page.evaluate((to) => { location.hash = to; }, route);
      await page.waitForSelector(ready);
      await press(page, ...keys);
      await page.waitForTimeout(keys.includes("p") ? 400 : 50);
      await screenshot(page, `${view}-${name}`);
      const wide = await page.evaluate(() =>
        document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.equal(wide, 0, view);
      const crowded = await page.evaluate(() => {
        const boxes = [...document.querySelectorAll(
          "header > *, #progress, .filter, #looked-at, #panel, #nearby, #pages, #values, .head")]
          .filter((node) => node.checkVisibility() && node.getClientRects().length > 0)
          .map((node) => [node.id || node.className || node.tagName, node.getBoundingClientRect()]);
        return boxes.flatMap(([a, one], i) => boxes.slice(i + 1).filter(([, two]) =>
          Math.min(one.right, two.right) - Math.max(one.left, two.left) > 1 &&
          Math.min(one.bottom, two.bottom) - Math.max(one.top, two.top) > 1).map(([b]) => `${a}/${b}`));
      });
      assert.deepEqual(crowded, [], `${view} ${name}`);
      await page.evaluate(() => document.activeElement.blur());
      if (view === "decided") await press(page, "u");
    }
    await page.context().close();
  });
}

test("Thai marks above and below the line are inside what shows them", async () => {
  const page = await openReview(browser, folder);
  const heights = await page.evaluate(() => {
    const canvas = document.createElement("canvas").getContext("2d");
    return [...document.querySelectorAll("#entry-title, .group, button, .badge, .facts dd")].map((node) => {
      const style = getComputedStyle(node);
      canvas.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
      const mark = canvas.measureText("ปั๊ที่ฎุ้ญู่");
      return { tag: node.className || node.tagName, line: parseFloat(style.lineHeight),
        ink: mark.actualBoundingBoxAscent + mark.actualBoundingBoxDescent };
    });
  });
  assert.ok(heights.length > 10);
  for (const { tag, line, ink } of heights) assert.ok(line >= ink, `${tag}: ${ink} in ${line}`);
});
