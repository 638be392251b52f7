// SPDX-License-Identifier: GPL-3.0-or-later
// The queue by keyboard alone.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { hexOf, idOf } from "./fixture.mjs";
import { browser, folder } from "./setup.mjs";
import { addressOf, assertQuiet, buildFolder, download, openReview, press, ready, screenshot,
  titleOf } from "./tools.mjs";

const position = (page) => page.textContent("#progress span:nth-of-type(2)");
const done = (page) => page.textContent("#progress span:nth-of-type(1)");
const reading = (page) => page.textContent(".value .reading");
const focused = (page) => page.evaluate(() => document.activeElement.id);
const announced = (page, words) => page.waitForFunction((wanted) =>
  document.getElementById("announcer").textContent.includes(wanted), words);

test("opens from file: with the first entry, its crop and its box", async () => {
  const page = await openReview(browser, folder);
  assert.equal(await titleOf(page), "ชื่อหน่วยงาน");
  await page.waitForFunction(() => document.querySelector(".crop img").naturalWidth > 100);
  const box = await page.locator(".crop .box.doubtful").boundingBox();
  const crop = await page.locator(".crop img").boundingBox();
  const [, width, , x0] = await page.evaluate(() => queue.entries[0].x);
  // The box begins where the data says, at the scale of the crop, less what is left around it.
  const scale = crop.width / width;
  assert.ok(Math.abs(box.x - crop.x - (x0 - 6) * scale) < 4, `${box.x - crop.x} ${x0 * scale}`);
  assert.equal(await focused(page), "entry-title");
  await screenshot(page, "queue-thai");
  assertQuiet(page, folder);
});

test("accept, another value in Thai digits, another reading, not legible, skip", async () => {
  const page = await openReview(browser, folder);
  const first = await reading(page);
  await press(page, "Enter");
  assert.equal(await titleOf(page), "ปีงบประมาณที่ประเมิน");
  await press(page, "e");
  assert.equal(await focused(page), "typed");
  await page.keyboard.insertText("๒๕๖๘");
  await press(page, "Enter");
  assert.equal(await titleOf(page), "คะแนนภาพรวม");
  const overall = await reading(page);
  await press(page, "1");
  assert.equal(await titleOf(page), "ระดับผลการประเมิน");
  await press(page, "n");
  assert.equal(await titleOf(page), "คะแนนตัวชี้วัดที่ 1");
  await press(page, "s");
  assert.equal(await titleOf(page), "คะแนนตัวชี้วัดที่ 2");
  assert.match(await done(page), /ตัดสินแล้ว 4 จาก 800/);
  const { rows, text } = await download(page);
  assert.ok(text.startsWith("document_id,pointer,was,is,who,when,note,what\r\n"));
  assert.deepEqual(rows.map((row) => [row.what, row.was === row.is, row.is]), [
    ["agency/name", true, first], ["assessed_year", false, "2568"],
    ["overall/score", false, "80.37"], ["overall/level", false, ""]]);
  assert.equal(rows[2].was, overall);
  assert.notEqual(overall, "80.37");
  assert.deepEqual([rows[1].document_id, rows[1].pointer, rows[1].who],
    [idOf(0), "/assessed_year", "สมหญิง"]);
  assert.match(rows[0].when, /^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  assertQuiet(page, folder);
});

test("next, previous, first, last; undo takes back many steps and goes where they were", async () => {
  const page = await openReview(browser, folder);
  await press(page, "ArrowRight", "j", "ArrowLeft");
  assert.match(await position(page), /ที่ 2 จาก 800/);
  await press(page, "End");
  assert.match(await position(page), /ที่ 800 จาก/);
  await press(page, "Home", "a", "n", "a");
  assert.match(await done(page), /ตัดสินแล้ว 3 /);
  await press(page, "u", "Control+z", "u");
  assert.match(await done(page), /ตัดสินแล้ว 0 /);
  assert.equal(await titleOf(page), "ชื่อหน่วยงาน");
  await press(page, "u");
  await announced(page, "ไม่มีอะไรให้ย้อนกลับ");
  assert.equal((await download(page)).rows.length, 0);
});

test("a Thai keyboard does the same, for keys are known by their places", async () => {
  const page = await openReview(browser, folder);
  await page.evaluate(() => document.activeElement.dispatchEvent(new KeyboardEvent("keydown",
    { key: "ื", code: "KeyN", bubbles: true })));
  assert.match(await done(page), /ตัดสินแล้ว 1 /);
});

const kTyped = [
  ["overall/score", "๙๒.๕", "92.50"], ["overall/score", "100", "100.00"],
  ["overall/score", "100.01", null], ["overall/score", "92.505", null],
  ["overall/score", "-1", null], ["overall/score", "1e1", null], ["overall/score", "", null],
  ["assessed_year", "๒๕๕๐", "2550"], ["assessed_year", "2549", null],
  ["assessed_year", "2651", null], ["assessed_year", "2024", null],
  ["overall/level", "  ผ่านดีเยี่ยม ", "ผ่านดีเยี่ยม"], ["overall/level", "   ", null],
];

test("what is typed is held to the kind of the value, and the reason is said", async () => {
  const page = await openReview(browser, folder);
  for (const [what, typed, value] of kTyped) {
    const hex = hexOf(10);
    await page.evaluate((to) => { location.hash = to; }, `#/queue/${hex}/${what}`);
    await page.waitForFunction((name) => current.entry.w === name && queueParts(), what);
    await press(page, "e");
    await page.fill("#typed", typed);
    await press(page, "Enter");
    const state = await page.evaluate(([id, name]) => ({
      value: decisionsOfValue.get(valueKey(id, name))?.[0]?.is ?? null,
      wrong: document.getElementById("typed-wrong")?.textContent,
      invalid: document.getElementById("typed")?.getAttribute("aria-invalid"),
    }), [idOf(10), what]);
    assert.equal(state.value, value, `${what} ${typed}`);
    if (value === null) assert.ok(state.wrong !== "" && state.invalid === "true", typed);
    else await press(page, "Escape", "u");
  }
});

test("codes, numbers, types and provinces are held to their kinds", async () => {
  const page = await openReview(browser, folder);
  const read = (k, typed) => page.evaluate(([kind, words]) =>
    readTyped({ k: kind, w: "" }, words).value ?? null, [k, typed]);
  assert.equal(await read("code", "I๑๒"), "i12");
  assert.equal(await read("code", "O05"), "o5");
  assert.equal(await read("code", "x1"), null);
  assert.equal(await read("code", "i"), null);
  assert.equal(await read("number", "๑๐"), "10");
  assert.equal(await read("number", "0"), null);
  assert.equal(await read("number", "3.5"), null);
  const named = (w, typed) => page.evaluate(([what, words]) =>
    readTyped({ k: "text", w: what }, words).value ?? null, [w, typed]);
  assert.equal(await named("agency/type", "เทศบาลตำบล"), "subdistrict_municipality");
  assert.equal(await named("agency/type", "เทศบาล"), null);
  assert.equal(await named("agency/province_code", "๓๔"), "34");
  assert.equal(await named("agency/province_code", "340"), null);
});

test("what names an item or an issue cannot be said to be illegible", async () => {
  const page = await openReview(browser, folder);
  const said = (k) => page.evaluate((kind) => {
    const entry = { ...queue.entries[0], k: kind, w: `a value of the kind ${kind}` };
    current = { entry, panel: decisionPanel(entry), changed() {}, decided() {} };
    illegible();
    return { able: !current.panel.querySelector("[data-action=illegible]").disabled,
      decided: decisionsOfValue.has(valueKey(documentOf(entry).id, entry.w)) };
  }, k);
  assert.deepEqual(await said("score"), { able: true, decided: true });
  assert.deepEqual(await said("code"), { able: false, decided: false });
  assert.deepEqual(await said("number"), { able: false, decided: false });
});

test("a reload keeps the progress, and what was done before it can be undone", async () => {
  const page = await openReview(browser, folder);
  await press(page, "Enter", "n");
  await page.reload();
  await ready(page);
  assert.match(await done(page), /ตัดสินแล้ว 2 /);
  await page.goto(addressOf(folder));
  await press(page, "u");
  assert.match(await done(page), /ตัดสินแล้ว 1 /);
  assert.equal(await titleOf(page), "ปีงบประมาณที่ประเมิน");
});

test("what is decided in another window is saved from this one as well", async () => {
  const page = await openReview(browser, folder);
  const other = await page.context().newPage();
  await other.goto(addressOf(folder));
  await ready(other);
  await press(other, "Enter", "n");
  await page.waitForFunction(() => allDecisions().length === 2);
  await press(other, "u");
  await page.waitForFunction(() => allDecisions().length === 1);
  await other.close();
  assert.deepEqual((await download(page)).rows.map((row) => row.what), ["agency/name"]);
});

test("the reviewer's name is asked for once, before the first decision", async () => {
  const page = await openReview(browser, folder, { reviewer: "" });
  await press(page, "Enter");
  assert.equal(await focused(page), "reviewer-name");
  await press(page, "Enter");
  assert.ok(await page.textContent("#reviewer-wrong"));
  await page.keyboard.insertText("มานี");
  await press(page, "Enter", "Enter");
  assert.match(await done(page), /ตัดสินแล้ว 2 /);
  assert.deepEqual((await download(page)).rows.map((row) => row.who), ["มานี", "มานี"]);
});

test("a note goes with its decision, as a text and not as a formula", async () => {
  const page = await openReview(browser, folder);
  await press(page, "m");
  await page.keyboard.insertText('=1+1, "ดู"');
  await press(page, "Escape", "Enter");
  const { text, rows } = await download(page);
  assert.ok(text.includes('"\'=1+1, ""ดู"""'), text);
  assert.equal(rows[0].note, '\'=1+1, "ดู"');
});

test("a saved file is taken up by another browser; where two differ, it is said", async () => {
  const page = await openReview(browser, folder);
  await press(page, "Enter", "n");
  const { text } = await download(page);
  const file = path.join(buildFolder, "loaded.csv");
  // As another program may write it: a byte order mark, no column `what`, another order.
  const rows = text.trim().split("\r\n").map((row) => row.split(","));
  fs.writeFileSync(file, `\ufeff${rows.map((row) => [...row.slice(2, 7), row[1], row[0]].join(","))
    .join("\r\n")}\r\nx,y,"สมหญิง",2026-01-01T00:00:00Z,,/overall/score,sha256:unknown\r\n`);
  const other = await openReview(browser, folder, { reviewer: "สมชาย" });
  await other.setInputFiles("#file", file);
  await other.waitForSelector("#notice-loaded");
  assert.match(await other.textContent("#notice-loaded"), /ใหม่ 2 ซ้ำ 0 เห็นต่างกัน 0 ไม่อยู่ในชุดข้อมูล 1/);
  assert.match(await done(other), /ตัดสินแล้ว 2 /);
  await other.evaluate((to) => { location.hash = to; }, `#/queue/${hexOf(0)}/assessed_year`);
  await other.waitForFunction(() => current.entry.w === "assessed_year");
  await press(other, "Enter");
  await other.selectOption("#choose-state", "differing");
  assert.match(await other.textContent("#panel .standing"), /เห็นต่างกัน: สมหญิง, สมชาย/);
  await press(other, "Escape");
  assert.equal((await download(other)).rows.length, 3);
});

test("a file that is no corrections.csv changes nothing and is named", async () => {
  const page = await openReview(browser, folder);
  const file = path.join(buildFolder, "other.csv");
  fs.writeFileSync(file, "a,b\n1,2\n");
  await page.setInputFiles("#file", file);
  await page.waitForSelector("#notice-loaded.warning");
  assert.match(await page.textContent("#notice-loaded"), /other\.csv.*document_id/);
});

test("fields of the file come back as they were", async () => {
  const page = await openReview(browser, folder);
  const rows = [["a", "", "=1+1", "+1", "-1", "@x", "\tx", "\rx"],
    ['say "no"', "two\nlines", "a,b", "'", "'a", "๙๒.๕", "", " x "], ["ก".repeat(400000), '""']];
  assert.deepEqual(await page.evaluate((all) => csvRows(csvText(all)), rows), rows);
  assert.deepEqual(await page.evaluate(() => csvRows('\ufeffa,b\n\n"c",d')), [["a", "b"], ["c", "d"]]);
  assert.match(await page.evaluate(() => {
    try {
      return String(csvRows('a,b\n"c"d,e'));
    } catch (error) {
      return error.message;
    }
  }), /row 2/);
});

test("filters by trust, province, year, rule and state", async () => {
  const page = await openReview(browser, folder);
  const count = async () => Number((await done(page)).match(/จาก ([\d,]+)/)[1].replace(",", ""));
  assert.equal(await count(), 800);
  await page.check("#trust-plausible");
  assert.equal(await count(), 1000);
  await page.selectOption("#choose-province", "34");
  const province = await count();
  assert.ok(province > 200 && province < 300);
  await page.selectOption("#choose-year", "2566");
  const both = await count();
  assert.ok(both > 0 && both < province);
  await page.selectOption("#choose-rule", "reading");
  const fewer = await count();
  assert.ok(fewer > 0 && fewer < both);
  await press(page, "Escape", "Enter");
  await page.selectOption("#choose-state", "decided");
  assert.match(await position(page), /ที่ 1 จาก 1$/);
});

test("whole page: all boxes by trust, the current one emphasised, zoom", async () => {
  const page = await openReview(browser, folder, { route: `#/queue/${hexOf(4)}/issues/0/items/2/score` });
  await press(page, "p");
  await page.waitForSelector(".scroller .mark.current");
  assert.equal(await page.locator(".scroller .mark").count(), 28);
  assert.ok(await page.locator(".scroller .box.conflicting").count() > 0);
  const width = async () => (await page.locator(".scroller .sheet").boundingBox()).width;
  const before = await width();
  await press(page, "+", "+");
  assert.ok(Math.abs((await width()) / before - 2) < 0.02);
  const box = await page.locator(".mark.current .box:not(.under)").boundingBox();
  const pane = await page.locator(".scroller").boundingBox();
  assert.ok(box.y > pane.y && box.y + box.height < pane.y + pane.height);
  await screenshot(page, "queue-page");
  await press(page, "0", "p");
  await page.waitForSelector(".crop");
  await press(page, "p", "Enter");
  assert.match(await done(page), /ตัดสินแล้ว 1 /);
});

test("language and help by key, and the help names every key", async () => {
  const page = await openReview(browser, folder);
  await press(page, "l");
  assert.equal(await titleOf(page), "Agency's name");
  assert.equal(await page.getAttribute("html", "lang"), "en");
  await page.keyboard.press("Shift+Slash");
  assert.ok(await page.isVisible("#dialog"));
  assert.equal(await page.locator("#dialog tr").count(), await page.evaluate(() => kKeys.length));
  await screenshot(page, "help-english");
  await press(page, "Escape");
  assert.ok(!(await page.isVisible("#dialog")));
  await page.reload();
  await ready(page);
  assert.equal(await titleOf(page), "Agency's name");
});

test("the entry and the decision are announced", async () => {
  const page = await openReview(browser, folder);
  await announced(page, "รายการที่ 1 จาก 800");
  await press(page, "Enter");
  await announced(page, "ยืนยันว่าถูกต้อง");
  await announced(page, "รายการที่ 2 จาก 800 ปีงบประมาณที่ประเมิน 2567");
});

test("a decision about another reading is shown as obsolete and counts for nothing", async () => {
  const page = await openReview(browser, folder);
  await press(page, "Enter");
  await page.evaluate(() => {
    const key = Object.keys(localStorage).find((name) => name.includes(":decision:"));
    const item = JSON.parse(localStorage.getItem(key));
    item[1] = item[2] = "ค่าเดิม";
    localStorage.setItem(key, JSON.stringify(item));
  });
  await page.goto(addressOf(folder));
  await page.reload();
  await ready(page);
  assert.match(await done(page), /ตัดสินแล้ว 0 /);
  await page.selectOption("#choose-state", "obsolete");
  assert.match(await page.textContent("#panel .standing"), /ล้าสมัย.*ค่าเดิม/);
});

test("without storage decisions are held, said to be held only here, and leaving is warned of", async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", { get() { throw new DOMException("no"); } });
  });
  await page.goto(addressOf(folder));
  await ready(page);
  assert.match(await page.textContent("#notice-memory"), /เก็บคำตัดสินไม่ได้/);
  await press(page, "Enter");
  await page.keyboard.insertText("ก");
  await press(page, "Enter");
  assert.match(await done(page), /ตัดสินแล้ว 1 /);
  const leaving = page.waitForEvent("dialog");
  page.close({ runBeforeUnload: true });
  const dialog = await leaving;
  assert.equal(dialog.type(), "beforeunload");
  await dialog.accept();
  await context.close();
});

test("full storage: the decision is held in memory and said to be", async () => {
  const page = await openReview(browser, folder);
  await page.evaluate(() => {
    Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };
  });
  await press(page, "Enter");
  assert.match(await page.textContent("#notice-memory"), /เก็บคำตัดสินไม่ได้/);
  assert.match(await done(page), /ตัดสินแล้ว 1 /);
});

test("no mouse: Tab reaches every control and focus is always seen", async () => {
  const page = await openReview(browser, folder);
  const seen = new Set();
  for (let i = 0; i < 60; ++i) {
    await press(page, "Tab");
    const state = await page.evaluate(() => {
      const node = document.activeElement;
      return { id: node.id || node.dataset.action || node.tagName,
        outline: parseFloat(getComputedStyle(node).outlineWidth) };
    });
    if (state.id !== "BODY") assert.ok(state.outline >= 2, `${state.id} ${state.outline}`);
    seen.add(state.id);
  }
  for (const id of ["save", "load", "language", "help", "reviewer", "choose-state",
    "trust-doubtful", "typed", "note", "accept", "illegible", "skip", "undo", "show_page"])
    assert.ok(seen.has(id), id);
});
