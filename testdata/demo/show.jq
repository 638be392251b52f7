# SPDX-License-Identifier: GPL-3.0-or-later
# A record for a person: jq -r -f show.jq record.json
def bar: "  " + ("-" * 76);
def mark(t): {"verified": "✓ verified", "plausible": "· plausible", "doubtful": "? doubtful", "conflicting": "! conflicting"}[t] // t;
def num: if . == null then "      -" else (. * 100 | round / 100 | tostring) as $s | ((" " * (7 - ($s | length))) + $s) end;
def short(n): if (. | length) > n then .[0:n] + "…" else . end;
def row(path; name; value; level):
  (.evidence[path].trust // "") as $t |
  "  \(value | num)  \(name)\(if level then "  [" + level + "]" else "" end)   \(mark($t))\(if .evidence[path] then "  page " + (.evidence[path].page | tostring) else "" end)";
. as $r |
"  Agency    \(.agency.name // "-")   \(.agency.district // "-"), \(.agency.province // "-")",
"  Years     assessed \(.assessed_year // "-"), measures for \(.plan_year // "-"), codebook \(.framework // "-")",
"  Pages     \(.document.pages | length) (\([.document.pages[].method] | unique | join(", ")))",
bar,
(if .overall then row("/overall/score"; "overall"; .overall.score; .overall.level) else empty end),
(.indicators | to_entries[] | .key as $i | .value as $v | $r | row("/indicators/\($i)/score"; "\($v.number). \($v.name)"; $v.score; $v.level)),
(.issues | to_entries[] | .key as $i | .value as $v |
  bar, "  Issue \($v.number)  \($v.title)",
  ($v.items | to_entries[] | .key as $j | .value as $w | $r | row("/issues/\($i)/items/\($j)/score"; "\($w.code)  \($w.question | short(46))"; $w.score; $w.level)),
  (if $v.average then ($r | row("/issues/\($i)/average/score"; "average"; $v.average.score; $v.average.level)) else empty end),
  (if ($v.findings | length) > 0 then "          findings: " + ([$v.findings[].kind] | group_by(.) | map("\(.[0]) \(length)") | join(", ")) else empty end)),
bar,
"  Measures",
(.measures[] | "  - \(.title | short(64))", "      \(.steps | length) steps, \(.period.start // "?") to \(.period.end // "?"), \(.responsible | join(" / "))"),
bar,
"  Checks    \([.checks[] | select(.verdict == "agrees")] | length) agree, \([.checks[] | select(.verdict == "disagrees")] | length) disagree",
(.checks[] | select(.verdict == "disagrees") | "  ! \(.message)"),
"  Trust     " + ([.evidence[].trust] | group_by(.) | map("\(.[0]) \(length)") | join(", "))
