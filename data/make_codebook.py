#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes data/codebook/*.json from the research codebook (frameworks.json).

  data/make_codebook.py FRAMEWORKS.json data/codebook

One file a fiscal year, and common.json for what is the same in every year. Only facts are taken
over: codes, titles, membership, rules, levels, and how well each is known (status).
"""
import json
import re
import sys
from pathlib import Path

YEARS = range(2562, 2570)


def variants(entry, key):
    out = []
    for variant in entry.get(key) or []:
        text = variant if isinstance(variant, str) else variant.get("text")
        if isinstance(variant, dict) and any("corrupt" in str(v) or "OCR" in str(v) for v in variant.values()):
            continue  # a misreading of one document is no other wording
        if text and "…" not in text and text not in out:
            out.append(text)
    return out


def item(entry):
    return {
        "code": entry["code"],
        "title": entry["text_th"],
        "variants": variants(entry, "variants"),
        "indicator": entry.get("indicator"),
        "sub_indicator": entry.get("sub_indicator"),
        "issues": entry.get("issues") or [],
        "answer": entry.get("answer"),
        "status": entry.get("text_status") or "unknown",
    }


def layout_codes(layout):
    """'i1-i30, e1-e15, o1-o43' -> every code of the year."""
    codes = []
    for part in layout.split(";")[0].split(","):
        part = part.strip().split(" ")[0]
        if "-" in part:
            first, last = part.split("-")
            if first[:1] in "ieo" and first[1:].isdigit() and last[1:].isdigit():
                codes += [f"{first[0]}{n}" for n in range(int(first[1:]), int(last[1:]) + 1)]
    return codes


def year_file(source, year):
    entry = source["years"][str(year)]
    base = source["years"][str(entry["same_as"])] if entry.get("same_as") else entry
    items = {i["code"]: item(i) for i in base.get("items") or []}
    items.update({i["code"]: item(i) for i in entry.get("items") or []})
    for code in layout_codes(entry["layout"]):  # known to exist, text unknown
        instrument = {"i": "IIT", "e": "EIT", "o": "OIT"}[code[0]]
        items.setdefault(code, item({"code": code, "text_th": None, "instrument": instrument}))
    order = sorted(items.values(), key=lambda i: ("ieo".index(i["code"][0]), int(i["code"][1:])))
    return {
        "generated_by": "data/make_codebook.py",
        "fiscal_year": year,
        "status": entry["status"],
        "indicators": [{"number": i["no"], "name": i["name_th"], "instrument": i["instrument"],
                        "variants": variants(i, "name_variants")} for i in entry.get("indicators") or base["indicators"]],
        "sub_indicators": [{"code": s["code"], "name": s.get("name_th"), "indicator": s["indicator"],
                            "items": s.get("items") or [], "status": s["status"]}
                           for s in entry.get("sub_indicators") or base.get("sub_indicators") or []],
        "items": order,
    }


def level(entry):
    """'overall >= 95.00 and IIT, EIT and OIT each >= 95.00' -> the least overall score, and that of each instrument."""
    rule = entry.get("rule") or ""
    overall = re.search(r"overall >= ([0-9.]+)", rule) or re.search(r"([0-9.]+) <= overall", rule)
    each = re.search(r"each >= ([0-9.]+)", rule)
    least = entry.get("min")
    if least is None and rule:
        least = float(overall[1]) if overall else 0.0
    return {"name": entry.get("name") or entry.get("name_th"), "min": least, "max": entry.get("max"),
            "min_of_each_instrument": float(each[1]) if each else None, "rule": entry.get("rule")}


def common_file(source):
    return {
        "generated_by": "data/make_codebook.py",
        "instruments": [{"name": name, "prefix": i["prefix"], "title": i["name_th"], "title_en": i["name_en"],
                         "indicators": i["indicators"], "weight": i["weight"]} for name, i in source["instruments"].items()],
        "issues": [{"number": i["no"], "title": i["title_th"], "variants": i["title_variants"]} for i in source["issues"]],
        "levels": [{"id": s["id"], "years": s["years"], "status": s["status"],
                    "levels": [level(l) for l in s["levels"]]}
                   for s in source["result_levels"] if s["id"] != "document_own_sample001"],
    }


def main():
    source = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    target = Path(sys.argv[2])
    target.mkdir(parents=True, exist_ok=True)
    files = {"common": common_file(source), **{str(y): year_file(source, y) for y in YEARS}}
    for name, content in files.items():
        (target / f"{name}.json").write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
