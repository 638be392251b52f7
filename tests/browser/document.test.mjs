// SPDX-License-Identifier: GPL-3.0-or-later
// A whole document: pages beside values, what is lit, what is not used, decisions from there.
import assert from "node:assert/strict";
import { test } from "node:test";
import { hexOf } from "./fixture.mjs";
import { browser, folder } from "./setup.mjs";
import { assertQuiet, download, openReview, press, screenshot } from "./tools.mjs";

const kPointer = "/issues/0/items/3/score";
const row = (page, pointer = kPointer) => page.locator(`.line[data-pointer="${pointer}"]`);
const box = (page, pointer = kPointer) => page.locator(`#pages g[data-pointer="${pointer}"]`);
const isLit = (locator) => locator.evaluate((node) => node.classList.contains("lit"));
const whole = (outer, inner) => inner.y >= outer.y && inner.y + inner.height <= outer.y + outer.height;

async function openDocument(n, pointer = "") {
  const page = await openReview(browser, folder, { route: `#/document/${hexOf(n)}${pointer}` });
  await page.waitForSelector("#values .line");
  return page;
}

test("the values stand in groups beside the pages, each with its box", async () => {
  const page = await openDocument(5);
  const groups = await page.locator(".values h3").allTextContents();
  assert.deepEqual(groups, ["หน่วยงาน", "ปี", "ภาพรวม", "ตัวชี้วัด", "ประเด็นที่ 1"]);
  assert.equal(await page.locator("#values .line").count(), 28);
  assert.equal(await page.locator("#pages g[data-pointer]").count(), 28);
  assert.match(await page.textContent(".checks"), /97\.93/);
  assert.match(await page.textContent(".texts"), /รับฟังความคิดเห็น/);
  assert.match(await page.textContent("#pages"), /ไม่มีภาพของหน้านี้/);
  await screenshot(page, "document-thai");
  assertQuiet(page, folder);
});

test("hovering or focusing a value lights its box and brings it into view", async () => {
  const page = await openDocument(5);
  await row(page).hover();
  assert.ok(await isLit(box(page)));
  await page.mouse.move(2, 2);
  assert.ok(!(await isLit(box(page))));
  await row(page, "/issues/0/average/score").focus();
  assert.ok(await isLit(box(page, "/issues/0/average/score")));
  assert.ok(whole(await page.locator("#pages").boundingBox(),
    await box(page, "/issues/0/average/score").boundingBox()));
});

test("hovering a box lights its value and brings it into view; a click chooses it", async () => {
  const page = await openDocument(5);
  await box(page).locator("rect").last().hover();
  assert.ok(await isLit(row(page)));
  assert.ok(whole(await page.locator("#values").boundingBox(), await row(page).boundingBox()));
  await box(page).locator("rect").last().click();
  await page.waitForSelector("#panel:not([hidden]) .reading");
  assert.ok((await page.evaluate(() => location.hash)).endsWith(kPointer));
  assert.equal(await row(page).getAttribute("aria-current"), "true");
});

test("unused lines are hatched, those with decimals stronger, and can be hidden", async () => {
  const page = await openDocument(5);
  const width = (kind) => page.locator(`.unused-lines .hatch.${kind}`).first()
    .evaluate((node) => parseFloat(getComputedStyle(node).strokeWidth));
  assert.ok(await width("unused-number") > await width("unused"));
  assert.ok(await page.locator(".unused-lines").first().isVisible());
  await press(page, "v");
  assert.ok(!(await page.locator(".unused-lines").first().isVisible()));
  assert.equal(await page.getAttribute("[data-action=unused]", "aria-pressed"), "false");
  await press(page, "v");
  assert.ok(await page.locator(".unused-lines").first().isVisible());
});

test("a permanent link leads to the value; its decision is made there, verified or not", async () => {
  const page = await openDocument(7, "/issues/0/average/score");
  await page.waitForSelector("#panel:not([hidden])");
  assert.match(await page.textContent("#panel .badge"), /ยืนยันแล้ว/);
  assert.ok(await box(page, "/issues/0/average/score")
    .evaluate((node) => node.classList.contains("current")));
  await press(page, "e");
  await page.keyboard.insertText("๙๙.๙");
  await press(page, "Enter");
  assert.match(await row(page, "/issues/0/average/score").textContent(), /แก้เป็น 99\.90/);
  const { rows } = await download(page);
  assert.deepEqual(rows.map((saved) => [saved.what, saved.pointer, saved.is]),
    [["issue 1 average/score", "/issues/0/average/score", "99.90"]]);
  await press(page, "Enter");
  assert.match(await row(page, "/issues/0/average/score").textContent(), /ยืนยันว่าถูกต้อง/);
  await press(page, "u", "u");
  assert.doesNotMatch(await row(page, "/issues/0/average/score").textContent(), /99\.90|ยืนยันว่า/);
});

test("the next value, the queue's entry and back by keys", async () => {
  const page = await openDocument(5, kPointer);
  await page.waitForSelector("#panel:not([hidden])");
  await press(page, "ArrowRight");
  await page.waitForFunction(() => location.hash.endsWith("/items/4/score"));
  await press(page, "o");
  await page.waitForSelector("#queue");
  assert.equal(await page.textContent("#entry-title"), "คะแนนข้อ i5 ประเด็นที่ 1");
  await press(page, "o");
  await page.waitForSelector("#document");
});

test("a document that is not there, or has no data, is said to be so", async () => {
  const page = await openReview(browser, folder, { route: "#/document/ffffffffffffffff" });
  await page.waitForSelector(".empty");
  assert.match(await page.textContent(".empty"), /ไม่พบเอกสารนี้/);
  await page.evaluate((to) => { location.hash = to; }, `#/document/${hexOf(1500)}`);
  await page.waitForFunction(() => document.querySelector(".empty")?.textContent.includes("ไม่มีข้อมูล"));
  assert.match(await page.textContent(".agency"), /1500/);
});
