// SPDX-License-Identifier: GPL-3.0-or-later
// Pages of an invented report, drawn by the browser: where each value stands is measured, so that a
// box beside its value can be seen in the pictures.

const kItems = ["i1", "i2", "i3", "i4", "i5", "i6", "e1", "e2", "e3", "e4", "e5", "o1", "o2"];

// The values of a page: {name, kind, text, pointer}.
export function valuesOf(variant) {
  const score = (n) => (80 + ((n * 37 + variant * 11) % 2000) / 100).toFixed(2);
  const rows = [
    { name: "agency/name", kind: "text", text: `องค์การบริหารส่วนตำบลน้ำปิงที่ ${variant + 1}` },
    { name: "assessed_year", kind: "year", text: "2567" },
    { name: "overall/score", kind: "score", text: score(1) },
    { name: "overall/level", kind: "level", text: "ผ่านดี" },
  ];
  for (let n = 1; n <= 10; ++n)
    rows.push({ name: `indicator ${n}/score`, kind: "score", text: score(n + 5),
      pointer: `/indicators/${n - 1}/score` });
  kItems.forEach((code, i) => rows.push({ name: `issue 1 ${code}/score`, kind: "score",
    text: score(i + 40), pointer: `/issues/0/items/${i}/score` }));
  rows.push({ name: "issue 1 average/score", kind: "score", text: score(77),
    pointer: "/issues/0/average/score" });
  return rows.map((row) => ({ pointer: `/${row.name}`, ...row }));
}

function line(label, value) {
  const cell = `<td class="n"><span data-name="${value.name}">${value.text}</span></td>`;
  return `<tr><td>${label}</td>${cell}</tr>`;
}

export function paperOf(variant) {
  const values = valuesOf(variant);
  const at = (name) => values.find((value) => value.name === name);
  const part = (pattern, label) => values.filter((value) => pattern.test(value.name))
    .map((value) => line(label(pattern.exec(value.name)[1]), value)).join("");
  return `<!DOCTYPE html><meta charset="utf-8"><style>
    body { margin: 0; width: 595px; height: 842px; background: #fff; color: #111; box-sizing: border-box;
      padding: 36px 50px; font: 12px/1.65 Sarabun, "TH Sarabun New", Laksaman, Loma, "Noto Sans Thai"; }
    h1 { font-size: 15px; text-align: center; margin: 0 0 8px; } table { border-collapse: collapse; width: 100%; }
    td { border: 1px solid #444; padding: 0 6px; } .n { width: 70px; text-align: center; } p { margin: 3px 0; }
    </style><h1>ผลการประเมินคุณธรรมและความโปร่งใส ปีงบประมาณ พ.ศ. <span data-name="assessed_year">2567</span></h1>
    <p>หน่วยงาน <span data-name="agency/name">${at("agency/name").text}</span> ซึ่งตั้งอยู่ที่ตำบลน้ำปิง</p>
    <p>คะแนนภาพรวม <span data-name="overall/score">${at("overall/score").text}</span>
    ระดับ <span data-name="overall/level">ผ่านดี</span></p>
    <table>${part(/^indicator (\d+)\/score$/, (n) => `ตัวชี้วัดที่ ${n} การปฏิบัติหน้าที่ของเจ้าหน้าที่`)}</table>
    <p>ประเด็นที่ 1 กระบวนการปฏิบัติงานที่โปร่งใสและมีประสิทธิภาพ</p>
    <table>${part(/^issue 1 ([ieo]\d+)\/score$/, (code) => `${code} ท่านปฏิบัติงานตามขั้นตอนที่กำหนดไว้เพียงใด`)}
    ${part(/^issue 1 (average)\/score$/, () => "คะแนนเฉลี่ย")}</table>
    <p class="lost" data-lost="1">i7 แถวนี้ไม่ได้อ่าน 91.25</p>
    <p class="lost" data-lost="0">ข้อความท้ายหน้าที่ไม่ได้ใช้ในระเบียน</p>`;
}

const kCropMargin = [90, 14];  // points to the left and right, above and below
const kDpi = 100;

function around([x0, y0, x1, y1]) {
  const [x, y] = kCropMargin;
  return [Math.max(0, x0 - x), Math.max(0, y0 - y), Math.min(595, x1 + x), Math.min(842, y1 + y)]
    .map(Math.round);
}

// Draws a page at 100 dpi, and each of its values at four pixels a point.
export async function drawPaper(browser, variant) {
  const small = await browser.newPage({ viewport: { width: 595, height: 842 },
    deviceScaleFactor: kDpi / 72 });
  await small.setContent(paperOf(variant));
  const measured = await small.evaluate(() => {
    const boxOf = (node) => {
      const { left, top, right, bottom } = node.getBoundingClientRect();
      return [left, top, right, bottom].map((at) => Math.round(at * 10) / 10);
    };
    return { boxes: Object.fromEntries([...document.querySelectorAll("[data-name]")]
      .map((node) => [node.dataset.name, boxOf(node)])),
    unused: [...document.querySelectorAll(".lost")]
      .map((node) => [...boxOf(node), Number(node.dataset.lost)]) };
  });
  const picture = await small.screenshot();
  await small.close();
  const large = await browser.newPage({ viewport: { width: 595, height: 842 }, deviceScaleFactor: 4 });
  await large.setContent(paperOf(variant));
  const values = [];
  for (const value of valuesOf(variant)) {
    const box = measured.boxes[value.name];
    const [x0, y0, x1, y1] = around(box);
    const crop = await large.screenshot({ clip: { x: x0, y: y0, width: x1 - x0, height: y1 - y0 } });
    values.push({ ...value, box, crop, place: [(x1 - x0) * 4, (y1 - y0) * 4,
      ...box.map((at, i) => Math.round((at - (i % 2 ? y0 : x0)) * 4))] });
  }
  await large.close();
  return { picture, values, unused: measured.unused };
}
