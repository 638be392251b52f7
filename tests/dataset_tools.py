#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What tests/dataset_tools.sh needs: hostile documents, and a second opinion on a dataset.

Knows nothing of the program: it reads datapackage.json as the Data Package standard says, makes the
tables of records.ndjson anew, and compares them with CSV, SQLite, and what LibreOffice saw.
"""
import csv
import json
import os
import re
import sqlite3
import sys
import zipfile

csv.field_size_limit(1 << 30)

REPORT = """# รายงานการวิเคราะห์ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2567
เทศบาลตำบลหางดง อำเภอหางดง จังหวัดเชียงใหม่

## ประเด็นที่ 1 กระบวนการปฏิบัติงานที่โปร่งใสและมีประสิทธิภาพ

| ข้อ | ประเด็นการประเมิน | คะแนน |
| --- | --- | --- |
| i1 | เจ้าหน้าที่ปฏิบัติงานเป็นไปตามขั้นตอน | {score} |

## มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน

| มาตรการ/แนวทาง | วิธีการดำเนินการ | ระยะเวลา | ผู้รับผิดชอบ |
| --- | --- | --- | --- |
| {title} | {step} | ต.ค. 2567 - ก.ย. 2568 | {who} |
"""

# Texts that somebody's program may take for something else.
HOSTILE = [
    ('=HYPERLINK("http://example.org","x")', "@SUM(A1:A9)", "+cmd' /C calc'!A0"),
    ("-1+2", "=1+1", "=cmd()"),
    ('a "quoted" text, with a comma', "'apostrophe", '"'),
    ("_x0041_ &amp; &lt;b&gt;", "http://example.org/", "mailto:a@example.org"),
    ("ก" * 40000, "001234567890123456789", "1e5"),
    ("{=SUM(A1)}", "TRUE", "2024-01-02"),
    ("ก\u0e33\u200bข", "🙂 😀", "\u202e text"),
    ("\tตาราง", "=\u0e01", "$A$1"),
]


def make_documents(folder):
    """Documents with hostile texts and names, an archive, a damaged file."""
    names = ["=cmd.md", "@sum.md", "+1.md", "-1.md", 'a "b", c.md', "_x0041_.md", "http:example.md",
             "two\nlines.md"]
    for number, (texts, name) in enumerate(zip(HOSTILE, names)):
        title, step, who = texts
        text = REPORT.format(score="%d.%02d" % (80 + number, number), title=title, step=step, who=who)
        with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
            file.write(text)
    with zipfile.ZipFile(os.path.join(folder, "reports.zip"), "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(4):
            archive.writestr(zipfile.ZipInfo("=member_%d.md" % number),
                             REPORT.format(score="7%d.25" % number, title="โครงการ", step="-", who="="))
    with open(os.path.join(folder, "damaged.pdf"), "wb") as file:
        file.write(b"%PDF-1.7\n=1+1")
    with open(os.path.join(folder, "letter.txt"), "w", encoding="utf-8") as file:
        file.write("=เรียน ผู้อำนวยการ\nขอเชิญประชุม\n")


def read_csv(name, encoding="utf-8"):
    with open(name, encoding=encoding, newline="") as file:
        rows = list(csv.reader(file))
    return [dict(zip(rows[0], row)) for row in rows[1:]], rows


class Problems:
    def __init__(self):
        self.all = []

    def check(self, right, *what):
        if not right:
            self.all.append(" ".join(str(part) for part in what))


TYPES = {
    "string": str,
    "integer": lambda text: int(text) if re.fullmatch(r"[+-]?\d+", text) else int("no integer"),
    "number": lambda text: float(text)
    if re.fullmatch(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?", text) else float("no number"),
}


def missing_values(schema):
    return {value["value"] if isinstance(value, dict) else value
            for value in schema.get("missingValues", [""])}


def validate_package(folder, problems):
    """Table Schema: header, types, required, keys."""
    with open(os.path.join(folder, "datapackage.json"), encoding="utf-8") as file:
        package = json.load(file)
    problems.check(re.fullmatch(r"[a-z0-9._-]+", package["name"]), "name of the package")
    tables = {}
    for resource in package["resources"]:
        name, schema = resource["name"], resource["schema"]
        rows, lines = read_csv(os.path.join(folder, resource["path"]))
        fields = schema["fields"]
        problems.check(lines[0] == [field["name"] for field in fields], name, "header", lines[0])
        typed = []
        for number, line in enumerate(lines[1:], 2):
            problems.check(len(line) == len(fields), name, number, "has", len(line), "fields")
            row = {}
            for field, text in zip(fields, line):
                value = None
                if text not in missing_values(schema):
                    try:
                        value = TYPES[field["type"]](text)
                    except ValueError as error:
                        problems.check(False, name, number, field["name"], error)
                constraints = field.get("constraints", {})
                problems.check(value is not None or not constraints.get("required"), name, number,
                               field["name"], "is required")
                problems.check(value is None or "enum" not in constraints or
                               value in constraints["enum"], name, number, field["name"], value)
                row[field["name"]] = value
            typed.append(row)
        key = schema.get("primaryKey", [])
        if key:
            keys = [tuple(row[part] for part in key) for row in typed]
            problems.check(len(set(keys)) == len(keys), name, "key is not unique")
            problems.check(not any(None in one for one in keys), name, "key is empty")
        tables[name] = typed
    for resource in package["resources"]:
        for foreign in resource["schema"].get("foreignKeys", []):
            reference = foreign["reference"]
            there = {tuple(row[part] for part in reference["fields"])
                     for row in tables[reference["resource"]]}
            for row in tables[resource["name"]]:
                one = tuple(row[part] for part in foreign["fields"])
                problems.check(one in there or None in one, resource["name"], "refers to no", one)
    return tables


def texts(values, between="\n"):
    return between.join(values) or None


def expected_tables(folder):
    """What records.ndjson says, as rows of the tables that come of records alone."""
    tables = {name: [] for name in
              ("scores", "indicators", "measures", "findings", "checks", "records")}
    with open(os.path.join(folder, "records.ndjson"), encoding="utf-8") as file:
        records = [json.loads(line) for line in file]
    for record in records:
        document = record["document"]["id"]
        evidence = record["evidence"]

        def score(kind, value, path, **more):
            seen = evidence.get(path + ("/level" if value["score"] is None else "/score"), {})
            row = {"document_id": document, "kind": kind, "score": value["score"],
                   "level": value["level"], "trust": seen.get("trust"), "page": seen.get("page"),
                   "text": seen.get("text"), "agency": record["agency"]["name"],
                   "source": record["document"]["source"]}
            row.update(more)
            tables["scores"].append(row)

        if record["overall"]:
            score("overall", record["overall"], "/overall")
        for i, indicator in enumerate(record["indicators"]):
            score("indicator", indicator, "/indicators/%d" % i, indicator=indicator["number"])
            tables["indicators"].append({"document_id": document, "number": i + 1,
                                         "indicator": indicator["number"],
                                         "score": indicator["score"], "level": indicator["level"]})
        findings = 0
        for i, issue in enumerate(record["issues"]):
            for j, item in enumerate(issue["items"]):
                score("item", item, "/issues/%d/items/%d" % (i, j), code=item["code"],
                      issue=issue["number"])
            if issue["average"]:
                score("issue_average", issue["average"], "/issues/%d/average" % i,
                      issue=issue["number"])
            for finding in issue["findings"]:
                findings += 1
                tables["findings"].append({"document_id": document, "number": findings,
                                           "kind": finding["kind"], "text": finding["text"],
                                           "codes": texts(finding["codes"], " ")})
        for i, measure in enumerate(record["measures"]):
            period = measure["period"] or {}
            tables["measures"].append({
                "document_id": document, "number": i + 1, "title": measure["title"],
                "steps": texts(measure["steps"]), "period": period.get("text"),
                "period_start": period.get("start"), "responsible": texts(measure["responsible"])})
        for i, check in enumerate(record["checks"]):
            tables["checks"].append({"document_id": document, "number": i + 1, "rule": check["rule"],
                                     "verdict": check["verdict"], "message": check["message"]})
    tables["records"] = records
    return tables


def same(seen, expected):
    if expected is None:
        return seen in (None, "")
    if isinstance(expected, (int, float)) and not isinstance(expected, bool):
        try:
            return abs(float(seen) - expected) < 0.005
        except (TypeError, ValueError):
            return False
    # A spreadsheet has one kind of line end, and no line of white space at the ends of a cell.
    return str(seen or "").replace("\r\n", "\n") == expected


def compare_rows(where, seen, expected, problems, change=lambda text: text):
    problems.check(len(seen) == len(expected), where, "has", len(seen), "rows, not", len(expected))
    for number, (row, wanted) in enumerate(zip(seen, expected), 1):
        for field, value in wanted.items():
            value = change(value) if isinstance(value, str) else value
            problems.check(same(row.get(field), value), where, number, field, repr(row.get(field))[:80],
                           "not", repr(value)[:80])


def guarded(text):
    return "'" + text if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text


def in_a_cell(text):
    """As a workbook holds it: at most 32,767 units of UTF-16, with a mark where it is cut."""
    mark = " [… cut: a cell holds no more]"
    units = len(text.encode("utf-16-le")) // 2
    if units <= 32767:
        return text
    return text[:32767 - len(mark)] + mark


def compare(out):
    problems = Problems()
    plain, excel = os.path.join(out, "plain"), os.path.join(out, "excel")
    tables = validate_package(plain, problems)
    expected = expected_tables(plain)
    counts = {line.split()[0]: int(line.split()[1])
              for line in open(os.path.join(out, "csvstat.txt"), encoding="utf-8")}
    database = sqlite3.connect(os.path.join(plain, "dataset.sqlite"))
    database.row_factory = sqlite3.Row
    for name, rows in tables.items():
        problems.check(counts[name] == len(rows), "csvstat", name, counts[name], len(rows))
        stored = [dict(row) for row in database.execute('SELECT * FROM "%s" ORDER BY rowid' % name)]
        compare_rows("sqlite " + name, stored, rows, problems)
        guarded_rows = read_csv(os.path.join(excel, name + ".csv"), "utf-8-sig")[0]
        compare_rows("csv --excel " + name, guarded_rows, rows, problems, guarded)
        book = read_csv(os.path.join(out, "book_seen", "dataset-%s.csv" % name))[0]
        compare_rows("xlsx in LibreOffice " + name, book, rows, problems, in_a_cell)
        if name in expected:
            compare_rows("csv " + name, rows, expected[name], problems)
        print("%-12s %6d rows" % (name, len(rows)))
    with open(os.path.join(plain, "manifest.json"), encoding="utf-8") as file:
        manifest = json.load(file)
    inputs = sum(row["source_count"] for row in tables["documents"])
    unread = sum(1 for row in tables["quarantine"] if row["document_id"] is None)
    problems.check(inputs + unread == manifest["inputs"] == sum(manifest["states"].values()),
                   "inputs", inputs, unread, manifest["inputs"], manifest["states"])
    problems.check(len(tables["documents"]) >= 55, "only", len(tables["documents"]), "documents")
    hostile = " ".join(str(row["title"]) for row in tables["measures"])
    problems.check("=HYPERLINK" in hostile and "ก" * 1000 in hostile, "hostile texts are not there")
    for problem in problems.all[:40]:
        print("dataset_tools: " + problem, file=sys.stderr)
    print("%d records, %d problems" % (len(expected["records"]), len(problems.all)))
    return 1 if problems.all else 0


if __name__ == "__main__":
    if sys.argv[1] == "documents":
        make_documents(sys.argv[2])
    else:
        sys.exit(compare(sys.argv[2]))
