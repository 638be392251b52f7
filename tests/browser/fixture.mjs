// SPDX-License-Identifier: GPL-3.0-or-later
// Reviews of invented documents in the form that the program writes, a small one and one of 10,000
// documents and 10,000 entries, with texts that would like to be more than texts.
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { drawPaper } from "./paper.mjs";
import { buildFolder, here, startBrowser, webFolder } from "./tools.mjs";

export const kEntriesEach = 20;
// Documents, and how many of them have values to review.
export const kSizes = {
  small: { documents: 2000, reviewed: 50 },
  large: { documents: 10000, reviewed: 500 },
};
export const kHostile = {
  script: "<script>window.hostile = 1</script>",
  image: '<img src="x" onerror="window.hostile = 2">',
  formula: '=HYPERLINK("http://evil.invalid/","x")',
  word: "ก".repeat(350000),  // 1 MB as UTF-8
  reversed: "\u202Egnisrever",
  separator: "line\u2028separator",
};

const kProvinces = { 34: ["อุบลราชธานี", "Ubon Ratchathani"], 50: ["เชียงใหม่", "Chiang Mai"],
  10: ["กรุงเทพมหานคร", "Bangkok"], 80: ["นครศรีธรรมราช", "Nakhon Si Thammarat"] };
const kCodes = Object.keys(kProvinces);
const kYears = [2565, 2566, 2567, 2568];
const kTrusts = ["doubtful", "conflicting", "plausible"];
const kRules = ["issue_average", "reading", "overall_from_indicators"];

export const hexOf = (n) => (0x1000 + n).toString(16).padStart(16, "0");
export const idOf = (n) => `sha256:${hexOf(n).padEnd(64, "a")}`;

function documentRow(n, reviewed) {
  const code = kCodes[n % kCodes.length];
  const agency = n === 0 ? kHostile.script : `องค์การบริหารส่วนตำบลตัวอย่างที่ ${n}`;
  const link = n === 0 ? "javascript:window.hostile=3" : n === 1 ? "http://evil.invalid/x.pdf"
    : n === 2 ? "" : `../reports/${n}.pdf`;
  return [hexOf(n), idOf(n), n === 0 ? kHostile.image : `reports/${n}.pdf`, link, agency,
    "subdistrict_administrative_organization", code, kProvinces[code][0],
    n === 0 ? kHostile.reversed : `อำเภอที่ ${n % 30}`, kYears[(n >> 2) % 4], "needs_review",
    [10, 5, 3, 2], n < reviewed ? 1 : 0];
}

// The value as the record has it: what the paper prints, misread here and there.
function reading(value, n) {
  return value.kind === "score" && n % 3 === 2
    ? value.text.replace(/\.(\d)/, (all, digit) => `.${(Number(digit) + 3) % 10}`) : value.text;
}

function common(paper, n, i) {
  const value = paper.values[i];
  const wrong = reading(value, n + i);
  const first = n === 0 && i === 0;
  return { p: value.pointer, w: value.name, v: wrong, k: value.kind, n: 1, b: value.box,
    t: first ? kHostile.image : n === 0 && i === 1 ? kHostile.word : wrong,
    r: first ? ["<b>unknown_repair</b>", "mixed_digits"] : ["mixed_digits"], m: "ocr", c: 0.42,
    a: first ? [[kHostile.formula, 0.3]] : wrong === value.text ? [] : [[value.text, 0.38]],
    s: [[n === 0 ? kHostile.separator + kHostile.script : `พิมพ์ว่า ${wrong} แต่รายข้อให้ ${value.text}`,
      `printed ${wrong}, its items give ${value.text}`]] };
}

function entryOf(papers, n, i) {
  const paper = papers[n % papers.length];
  const value = paper.values[i];
  const g = (n + i) % kRules.length;
  return { d: n, ...common(paper, n, i), q: kTrusts[(n * kEntriesEach + i) % 10 < 5 ? 0
    : (n * kEntriesEach + i) % 10 < 8 ? 1 : 2], u: [kRules[g]], g,
  x: [i, ...value.place], f: 1 / (1 + n * kEntriesEach + i),
  i: n === 3 && i === 0 ? ["ก", "ข"] : [] };
}

function documentFile(papers, n) {
  const paper = papers[n % papers.length];
  const values = paper.values.map((value, i) => (i < kEntriesEach ? entryOf(papers, n, i)
    : { ...common(paper, n, i), v: value.text, t: value.text, a: [], s: [], q: "verified" }));
  return { id: idOf(n), dpi: 100, pages: [{ n: 1, w: 595, h: 842, picture: 1, method: "ocr",
    confidence: 0.9, unused: paper.unused }, { n: 2, w: 595, h: 842, picture: 0,
    method: "text_layer", confidence: 1, unused: [] }], values,
  texts: [["finding", n === 0 ? kHostile.script : "ควรเพิ่มช่องทางการรับฟังความคิดเห็น"]],
  checks: [{ rule: "issue_average", p: "/issues/0/average/score", verdict: "disagrees",
    th: "ค่าเฉลี่ยพิมพ์ว่า 97.93 แต่รายข้อให้ 97.92", en: "average printed 97.93, items give 97.92" }] };
}

function placeRows(papers, size, code, year) {
  const rows = [];
  for (let n = 0; n < size.documents; ++n) {
    const row = documentRow(n, size.reviewed);
    if (row[6] !== code || row[9] !== year) continue;
    const cells = {};
    for (const value of papers[n % papers.length].values) {
      const key = value.name.replace(/^issue \d+ average.*/, "average 1")
        .replace(/^issue \d+ /, "").replace(/\/score$/, "");
      if (value.kind === "score") cells[key] = [Number(value.text), "vvpdc"[(n + Math.round(Number(value.text))) % 5], value.pointer];
    }
    rows.push([n, cells]);
  }
  return rows;
}

function scriptOf(name, data) {
  const json = JSON.stringify(data).replaceAll("</", "<\\/")
    .replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
  return `prongsaiData(${JSON.stringify(name)}, ${json});\n`;
}

function write(file, content) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, content);
}

function writePages(folder, language) {
  for (const name of fs.readdirSync(webFolder)) {
    const target = path.join(folder, name.replace(/\.mustache$/, ""));
    const words = { title: "prongsai · ตรวจทาน", language };
    write(target, fs.readFileSync(path.join(webFolder, name), "utf8")
      .replace(/\{\{(\w+)\}\}/g, (all, key) => words[key]));
  }
}

function writePictures(folder, papers, reviewed) {
  papers.forEach((paper, i) => {
    write(path.join(folder, `drawn/${i}/page.png`), paper.picture);
    paper.values.forEach((value, k) => write(path.join(folder, `drawn/${i}/${k}.png`), value.crop));
  });
  for (let n = 0; n < reviewed; ++n) {
    const drawn = path.join(folder, `drawn/${n % papers.length}`);
    const [pictures, crops] = ["pictures", "crops"].map((kind) => path.join(folder, kind, hexOf(n)));
    fs.mkdirSync(pictures, { recursive: true });
    fs.mkdirSync(crops, { recursive: true });
    fs.linkSync(path.join(drawn, "page.png"), path.join(pictures, "1.png"));
    for (let k = 0; k < kEntriesEach; ++k)
      fs.linkSync(path.join(drawn, `${k}.png`), path.join(crops, `${k}.png`));
  }
}

function summaryOf(places, { documents, reviewed }) {
  return { format: 1, version: "0.1.0", dataset: "0123456789abcdef", language: "th",
    documents: Array.from({ length: documents }, (_, n) => documentRow(n, reviewed)), provinces: kProvinces,
    years: kYears, rules: kRules, places, decided: 7, stale: [] };
}

function queueOf(papers, reviewed) {
  const entries = [];
  for (let n = 0; n < reviewed; ++n)
    for (let i = 0; i < kEntriesEach; ++i) entries.push(entryOf(papers, n, i));
  const groups = kRules.map((rule, id) => ({ id, rule, th: `กลุ่มที่ ${id + 1}: ${rule}`,
    en: `Group ${id + 1}: ${rule}`, count: entries.filter((entry) => entry.g === id).length }));
  return { groups, entries };
}

function writeData(folder, papers, size) {
  const places = kCodes.flatMap((code) => kYears.map((year) => `${code}-${year}`));
  const script = (name, file, data) =>
    write(path.join(folder, `data/${file}.js`), scriptOf(name, data));
  script("summary", "summary", summaryOf(places, size));
  script("queue", "queue", queueOf(papers, size.reviewed));
  for (const place of places)
    script(`place:${place}`, `places/${place}`,
      { rows: placeRows(papers, size, place.slice(0, 2), Number(place.slice(3))) });
  for (let n = 0; n < size.reviewed; ++n)
    script(`document:${hexOf(n)}`, `documents/${hexOf(n)}`, documentFile(papers, n));
}

// What the reviews are made by.
function makers() {
  const digest = createHash("sha256");
  for (const name of ["fixture.mjs", "paper.mjs"])
    digest.update(fs.readFileSync(path.join(here, name)));
  return digest.digest("hex");
}

const isReady = (file) => fs.existsSync(file) && fs.readFileSync(file, "utf8") === makers();

export const fixtureOf = (name = "small") => path.join(buildFolder, `fixture-${name}`);

async function drawPapers() {
  const browser = await startBrowser();
  const papers = [await drawPaper(browser, 0), await drawPaper(browser, 1)];
  await browser.close();
  return papers;
}

function writeFixture(folder, papers, size) {
  fs.rmSync(folder, { recursive: true, force: true });
  writePictures(folder, papers, size.reviewed);
  writeData(folder, papers, size);
  write(path.join(folder, "ready"), makers());
}

// Writes the reviews that are not there yet; the pages are always those of the tree.
export async function makeFixtures() {
  const missing = Object.keys(kSizes).filter((name) => !isReady(path.join(fixtureOf(name), "ready")));
  const papers = missing.length > 0 ? await drawPapers() : [];
  for (const name of missing) writeFixture(fixtureOf(name), papers, kSizes[name]);
  for (const name of Object.keys(kSizes)) writePages(fixtureOf(name), "th");
}
