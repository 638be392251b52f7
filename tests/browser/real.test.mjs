// SPDX-License-Identifier: GPL-3.0-or-later
// A review that the program has written: what is decided in the browser is applied by `build`, and is
// gone from the next review. PRONGSAI_PROGRAM and PRONGSAI_GENERATE name the programs; PRONGSAI_REVIEW
// may name a review of anything, which is looked at as well.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { before, test } from "node:test";
import { browser } from "./setup.mjs";
import { assertQuiet, buildFolder, download, openReview, press, screenshot } from "./tools.mjs";

const { PRONGSAI_PROGRAM: program, PRONGSAI_GENERATE: generator, PRONGSAI_REVIEW: any } = process.env;
const folder = path.join(buildFolder, "real");
const inFolder = (name) => path.join(folder, name);

function run(command, ...words) {
  const done = spawnSync(command, words, { encoding: "utf8", timeout: 300000 });
  assert.ok([0, 1].includes(done.status), `${words.join(" ")}: ${done.status} ${done.stderr}`);
  return done.stdout;
}

const help = (...words) => (program ? spawnSync(program, [...words, "--help"],
  { encoding: "utf8" }).stdout : "");
const hasReview = /^ *review\b/m.test(help()) && Boolean(generator);
const hasCorrections = help("build").includes("--corrections");
const noReview = hasReview ? false : "the program has no command review";
const noCorrections = hasReview && hasCorrections ? false : "the program's build has no corrections";

before(() => {
  if (!hasReview) return;
  fs.rmSync(folder, { recursive: true, force: true });
  run(generator, "--out", inFolder("reports"), "--count", "1", "--seed", "9", "--variants", "digital");
  run(program, "build", inFolder("reports"), "-o", inFolder("dataset"));
  run(program, "review", inFolder("dataset"), "-o", inFolder("review"));
});

// The first entry's crop is there, and its box inside it.
async function assertCrop(page) {
  const entry = await page.evaluate(() => queue.entries.findIndex((other) => other.x && other.b));
  assert.ok(entry >= 0, "no entry has a picture");
  await page.evaluate((at) => {
    const other = queue.entries[at];
    location.hash = `#/queue/${documentOf(other).hex}${other.p}`;
  }, entry);
  await page.waitForFunction((at) => current?.entry === queue.entries[at], entry);
  const crop = page.locator(".crop img");
  await crop.evaluate((node) => node.decode());
  const [, width, height] = await page.evaluate((at) => queue.entries[at].x, entry);
  assert.deepEqual(await crop.evaluate((node) => [node.naturalWidth, node.naturalHeight]), [width, height]);
  const [outer, inner] = [await crop.boundingBox(),
    await page.locator(".crop .box:not(.under)").boundingBox()];
  assert.ok(inner.x >= outer.x - 8 && inner.x + inner.width <= outer.x + outer.width + 8);
  assert.ok(inner.y >= outer.y - 8 && inner.y + inner.height <= outer.y + outer.height + 8);
}

// Every file that the summary promises can be opened, and every number leads to its value.
async function assertWhole(page) {
  const wrong = await page.evaluate(async () => {
    const found = [];
    for (const row of documents.filter((other) => other.hasFile)) {
      const file = await loadDocument(row.hex).catch(() => null);
      if (!file || file.id !== row.id) found.push(row.hex);
    }
    for (const place of summary.places) {
      const { rows } = await loadPlace(place);
      for (const [index, cells] of rows) {
        const file = documents[index].hasFile ? await loadDocument(documents[index].hex) : null;
        for (const [key, [, letter, pointer]] of Object.entries(cells))
          if (file && !file.values.some((value) => value.p === pointer && value.q[0] === letter))
            found.push(`${place} ${key} ${pointer}`);
      }
    }
    for (const entry of queue.entries)
      if (!documentOf(entry) || !queue.groups[entry.g] || !kKinds[entry.k]) found.push(entry.p);
    return found;
  });
  assert.deepEqual(wrong, []);
}

const reviews = [...(hasReview ? [inFolder("review")] : []), ...(any ? [any] : [])];
for (const review of reviews) {
  test(`a review of the program opens whole: ${path.basename(review)}`, async () => {
    const page = await openReview(browser, review);
    await assertWhole(page);
    await assertCrop(page);
    await screenshot(page, "real-queue");
    await press(page, "o");
    await page.waitForSelector("#pages .mark.current");
    await screenshot(page, "real-document");
    assertQuiet(page, path.resolve(review));
  });
}

async function goToEntry(page, kind, but) {
  const found = await page.evaluate(([k, left]) => {
    const entry = queue.entries.find((other) => other.k === k && other.v !== "" && !left.includes(other.w));
    if (!entry) return null;
    location.hash = `#/queue/${documentOf(entry).hex}${entry.p}`;
    return { id: documentOf(entry).id, what: entry.w, was: entry.v };
  }, [kind, but]);
  assert.ok(found, `no entry of kind ${kind}`);
  await page.waitForFunction((w) => current?.entry.w === w, found.what);
  return found;
}

// [kind of the entry, keys, what is typed, the value decided]
const kDecisions = [["code", ["Enter"], "", null], ["score", ["e"], "๑๒.๓๔", "12.34"],
  ["level", ["n"], "", ""]];

async function decideAll(page) {
  const decided = [];
  for (const [kind, keys, typed, value] of kDecisions) {
    const entry = await goToEntry(page, kind, decided.map((other) => other.what));
    await press(page, ...keys);
    if (typed) {
      await page.keyboard.insertText(typed);
      await press(page, "Enter");
    }
    decided.push({ ...entry, is: value ?? entry.was });
  }
  return decided;
}

test("what was decided is applied by build and gone from the next review",
  { skip: noReview || noCorrections }, async () => {
    const page = await openReview(browser, inFolder("review"));
    const decided = await decideAll(page);
    const { text, rows } = await download(page);
    assert.deepEqual(rows.map((row) => row.is), decided.map((entry) => entry.is));
    fs.writeFileSync(path.join(inFolder("dataset"), "corrections.csv"), text);
    run(program, "build", inFolder("reports"), "-o", inFolder("dataset"));
    run(program, "review", inFolder("dataset"), "-o", inFolder("next"));
    const next = await openReview(browser, inFolder("next"));
    const left = await next.evaluate((entries) => entries.map(({ id, what }) =>
      queue.entries.filter((entry) => documentOf(entry).id === id && entry.w === what).length), decided);
    assert.deepEqual(left, [0, 0, 0]);
    assert.equal(await next.evaluate(() => summary.decided), decided.length);
    const score = decided[1];
    const read = await next.evaluate(async ({ id, what }) => {
      const row = documents.find((other) => other.id === id);
      return (await loadDocument(row.hex)).values.find((value) => value.w === what);
    }, score);
    assert.equal(read.v, "12.34");
    assert.ok(read.r.includes("corrected_by_reviewer"), String(read.r));
    assertQuiet(next, inFolder("next"));
  });
