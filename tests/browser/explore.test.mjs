// SPDX-License-Identifier: GPL-3.0-or-later
// The explorer and the search.
import assert from "node:assert/strict";
import { test } from "node:test";
import { hexOf } from "./fixture.mjs";
import { browser, folder } from "./setup.mjs";
import { assertQuiet, openReview, press, screenshot } from "./tools.mjs";

test("agencies by items, in the order of the report, trust by a sign as well", async () => {
  const page = await openReview(browser, folder, { route: "#/explore/34-2567" });
  await page.waitForSelector("#place tbody tr");
  const heads = await page.locator("#place thead th").allTextContents();
  assert.deepEqual(heads.slice(0, 3), ["หน่วยงาน", "ภาพรวม", "ตช. 1"]);
  assert.ok(heads.indexOf("ตช. 10") === heads.indexOf("ตช. 9") + 1);
  assert.deepEqual(heads.slice(-3), ["e5", "o1", "o2"]);
  assert.equal(await page.locator("#place tbody tr").count(), 100);
  for (const [trust, sign] of [["verified", "✓"], ["plausible", "○"], ["doubtful", "?"], ["conflicting", "!"]])
    assert.equal(await page.locator(`.score.${trust} .sign`).first().textContent(), sign);
  await screenshot(page, "explore-thai");
  assertQuiet(page, folder);
});

test("rows beyond a hundred are on further pages", async () => {
  const page = await openReview(browser, folder, { route: "#/explore/34-2567" });
  await page.waitForSelector("#place tbody tr");
  const first = await page.textContent("#place tbody th");
  await page.click("#place [data-action=next_rows]");
  assert.notEqual(await page.textContent("#place tbody th"), first);
  assert.match(await page.textContent("#place .bar"), /แถวที่ 101 ถึง 125 จาก 125/);
  assert.equal(await page.locator("#place tbody tr").count(), 25);
});

test("a number leads to its picture", async () => {
  const page = await openReview(browser, folder, { route: "#/explore/34-2567" });
  await page.waitForSelector("#place tbody tr");
  await page.locator("#place tbody tr").first().locator("a.score").nth(12).click();
  await page.waitForSelector("#pages .mark.current");
  assert.match(await page.evaluate(() => location.hash),
    /^#\/document\/[0-9a-f]{16}\/issues\/0\/items\/0\/score$/);
  assert.equal(await page.textContent("#panel h2"), "คะแนนข้อ i1 ประเด็นที่ 1");
});

test("choosing a place changes the address, and the address the place", async () => {
  const page = await openReview(browser, folder, { route: "#/explore" });
  await page.selectOption("#choose-place", "50-2566");
  await page.waitForSelector("#place tbody tr");
  assert.equal(await page.evaluate(() => location.hash), "#/explore/50-2566");
  assert.equal(await page.textContent("#place h3"), "เชียงใหม่ · 2566");
  await page.evaluate(() => { location.hash = "#/explore/80-2568"; });
  await page.waitForFunction(() =>
    document.querySelector("#place h3")?.textContent === "นครศรีธรรมราช · 2568");
  await page.evaluate(() => { location.hash = "#/explore/../x"; });
  await page.waitForSelector("#place .empty");
});

test("the search finds agencies however their letters are composed", async () => {
  const page = await openReview(browser, folder);
  await press(page, "/");
  await page.waitForFunction(() => document.activeElement.id === "search");
  await page.keyboard.insertText("ตัวอย่างที่ 1999");
  await press(page, "Enter");
  await page.waitForSelector("#found li");
  assert.equal(await page.locator("#found li").count(), 1);
  assert.match(await page.textContent("#found"), /ตัวอย่างที่ 1999.*นครศรีธรรมราช/);
  assert.equal(await page.evaluate(() => decodeURIComponent(location.hash)), "#/search/ตัวอย่างที่ 1999");
  // Nikhahit and sara aa for sara am, a space more, a province beside the number.
  const found = async (words) => {
    await page.evaluate((to) => { location.hash = to; }, `#/search/${encodeURIComponent(words)}`);
    await page.waitForFunction((wanted) => document.getElementById("search").value === wanted, words);
    return page.textContent("#explore > p");
  };
  assert.equal(await found("ตํ\u0e32บลตัวอย่างที่ 1999"), "พบ 1 รายการ");
  assert.equal(await found("1999 เชียงใหม่"), "พบ 0 รายการ");
  assert.equal(await found("50% <b>"), "พบ 0 รายการ");
  assert.match(await found("เชียงใหม่"), /พบ 500 รายการ แสดง 100/);
});

test("a permanent link to an entry opens it, even one that the filter leaves out", async () => {
  const page = await openReview(browser, folder, { route: `#/queue/${hexOf(0)}/issues/0/items/2/score` });
  assert.equal(await page.textContent("#entry-title"), "คะแนนข้อ i3 ประเด็นที่ 1");
  const plausible = await page.evaluate(() => {
    const entry = queue.entries.find((other) => other.q === "plausible" && other.d === 4);
    return `#/queue/${documentOf(entry).hex}${entry.p}`;
  });
  await page.evaluate((to) => { location.hash = to; }, plausible);
  await page.waitForFunction(() => current.entry.q === "plausible");
});
