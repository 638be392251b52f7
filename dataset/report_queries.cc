// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset/report_queries.h"

#include <fmt/format.h>

namespace prongsai {
namespace {

// Number, median and range of the scores of each group of agencies.
std::string by_group(const char* group, const char* order) {
  constexpr const char* kSql = R"sql(
WITH ranked AS (
  SELECT {0}, score,
    ROW_NUMBER() OVER (PARTITION BY {0} ORDER BY score) AS place,
    COUNT(*) OVER (PARTITION BY {0}) AS n
  FROM temp.latest)
SELECT {0}, n, AVG(CASE WHEN place IN ((n + 1) / 2, (n + 2) / 2) THEN score END) AS median,
  MIN(score) AS lowest, MAX(score) AS highest, COUNT(*) OVER () AS total
FROM ranked GROUP BY {0} ORDER BY {1} LIMIT 100)sql";
  return fmt::format(kSql, group, order);
}

std::string first_rows(const char* sql) { return fmt::format("{} LIMIT {}", sql, kReportRows); }

}  // namespace

const std::vector<std::string>& report_preparations() {
  static const std::vector<std::string> rows = {
      "DROP TABLE IF EXISTS temp.printed", "DROP TABLE IF EXISTS temp.results",
      "DROP TABLE IF EXISTS temp.latest", "DROP TABLE IF EXISTS temp.changes",
      // The overall score of each document. What has no agency or no year stands for itself.
      R"sql(
CREATE TEMP TABLE printed AS
SELECT d.document_id, d.agency_id, d.agency, d.agency_type, s.province, d.assessed_year,
  round(s.score, 2) AS score, COALESCE(s.trust IN ('verified', 'plausible'), 0) AS believed,
  CASE WHEN d.agency_id IS NOT NULL AND d.assessed_year IS NOT NULL
       THEN d.agency_id || ' ' || d.assessed_year ELSE d.document_id END AS unit
FROM scores AS s JOIN documents AS d USING (document_id)
WHERE s.kind = 'overall' AND s.score IS NOT NULL)sql",
      // One overall score for each agency and year: where documents differ, none.
      R"sql(
CREATE TEMP TABLE results AS
SELECT unit, MIN(agency_id) AS agency_id, MIN(agency) AS agency, MIN(agency_type) AS agency_type,
  MIN(province) AS province, MIN(assessed_year) AS assessed_year, MIN(score) AS score
FROM temp.printed WHERE believed GROUP BY unit HAVING COUNT(DISTINCT score) = 1 ORDER BY unit)sql",
      // The result of each agency's last year.
      R"sql(
CREATE TEMP TABLE latest AS
SELECT * FROM (
  SELECT *, ROW_NUMBER() OVER (PARTITION BY COALESCE(agency_id, unit)
    ORDER BY assessed_year DESC NULLS LAST, unit) AS age FROM temp.results)
WHERE age = 1 ORDER BY unit)sql",
      // The result of each agency beside that of the year before in which it has one.
      R"sql(
CREATE TEMP TABLE changes AS
SELECT *, round(score - earlier_score, 2) AS change FROM (
  SELECT agency_id, agency, province, assessed_year, score,
    LAG(assessed_year) OVER years AS earlier_year, LAG(score) OVER years AS earlier_score
  FROM temp.results WHERE agency_id IS NOT NULL AND assessed_year IS NOT NULL
  WINDOW years AS (PARTITION BY agency_id ORDER BY assessed_year))
WHERE earlier_year IS NOT NULL)sql"};
  return rows;
}

const std::vector<ReportQuery>& report_queries() {
  static const std::vector<ReportQuery> rows = {
      {"totals", R"sql(
SELECT (SELECT COUNT(*) FROM documents) AS documents, (SELECT COUNT(*) FROM agencies) AS agencies,
  (SELECT COUNT(*) FROM scores WHERE score IS NOT NULL) AS scores,
  (SELECT COUNT(*) FROM measures) AS measures,
  (SELECT MIN(assessed_year) FROM documents) AS first_year,
  (SELECT NULLIF(MAX(assessed_year), MIN(assessed_year)) FROM documents) AS last_year)sql"},
      {"states", R"sql(
SELECT state, SUM(inputs) AS inputs, SUM(document) AS documents FROM (
  SELECT state, source_count AS inputs, 1 AS document FROM documents
  UNION ALL SELECT state, 1, 0 FROM quarantine WHERE document_id IS NULL)
GROUP BY state ORDER BY instr('done needs_review not_ita rejected quarantined io_error', state))sql"},
      {"trusts", R"sql(
SELECT trust, n, 100.0 * n / SUM(n) OVER () AS share FROM (
  SELECT 'verified' AS trust, SUM(verified) AS n FROM documents UNION ALL
  SELECT 'plausible', SUM(plausible) FROM documents UNION ALL
  SELECT 'doubtful', SUM(doubtful) FROM documents UNION ALL
  SELECT 'conflicting', SUM(conflicting) FROM documents)
WHERE (SELECT SUM(verified + plausible + doubtful + conflicting) FROM documents) > 0)sql"},
      {"review", first_rows(R"sql(
SELECT d.document_id, source, agency, assessed_year, reason, conflicting, contradictions, doubtful,
  COALESCE(n, 0) AS disputed, COUNT(*) OVER () AS total
FROM documents AS d
LEFT JOIN (SELECT document_id, COUNT(*) AS n FROM conflicts GROUP BY document_id) AS c
  ON c.document_id = d.document_id
WHERE state = 'needs_review' OR n > 0
ORDER BY conflicting + contradictions + COALESCE(n, 0) DESC, doubtful DESC, source, d.document_id)sql")},
      {"unread", first_rows(R"sql(
SELECT state, reason, COUNT(*) AS n, MIN(source) AS source, COUNT(*) OVER () AS total
FROM quarantine GROUP BY state, reason
ORDER BY n DESC, instr('quarantined rejected io_error', state), reason)sql")},
      {"left_out", R"sql(
SELECT * FROM (
  SELECT (SELECT COUNT(*) FROM temp.results) AS used,
    (SELECT COUNT(*) FROM temp.printed WHERE NOT believed) AS not_believed,
    (SELECT COUNT(*) FROM (SELECT unit FROM temp.printed WHERE believed
       GROUP BY unit HAVING COUNT(DISTINCT score) > 1)) AS differing)
WHERE used + not_believed + differing > 0)sql"},
      // Steps of five points, from the lowest that has a score to the highest.
      {"distribution", R"sql(
WITH RECURSIVE counted AS (
  SELECT MIN(CAST(score / 5 AS INTEGER) * 5, 95) AS step, COUNT(*) AS n
  FROM temp.results WHERE score BETWEEN 0 AND 100 GROUP BY 1),
steps (step) AS (
  SELECT MIN(step) FROM counted WHERE TRUE HAVING COUNT(*) > 0
  UNION ALL SELECT step + 5 FROM steps WHERE step < (SELECT MAX(step) FROM counted))
SELECT step AS low, CASE step WHEN 95 THEN 100.0 ELSE step + 4.99 END AS high,
  COALESCE(n, 0) AS n, 100.0 * COALESCE(n, 0) / (SELECT SUM(n) FROM counted) AS share
FROM steps LEFT JOIN counted USING (step) ORDER BY step)sql"},
      {"provinces", by_group("province", "median DESC, n DESC, province")},
      {"types", by_group("agency_type", "n DESC, agency_type")},
      {"years", R"sql(
WITH ranked AS (
  SELECT assessed_year, score,
    ROW_NUMBER() OVER (PARTITION BY assessed_year ORDER BY score) AS place,
    COUNT(*) OVER (PARTITION BY assessed_year) AS n
  FROM temp.results),
followed AS (
  SELECT assessed_year, COUNT(*) AS both_years, AVG(change) AS change, SUM(change > 0) AS higher,
    SUM(change < 0) AS lower
  FROM temp.changes WHERE earlier_year = assessed_year - 1 GROUP BY assessed_year)
SELECT ranked.assessed_year, n, AVG(score) AS mean,
  AVG(CASE WHEN place IN ((n + 1) / 2, (n + 2) / 2) THEN score END) AS median,
  MIN(score) AS lowest, MAX(score) AS highest, both_years, change, higher, lower
FROM ranked LEFT JOIN followed USING (assessed_year)
GROUP BY ranked.assessed_year ORDER BY ranked.assessed_year NULLS LAST LIMIT 30)sql"},
      {"changes", first_rows(R"sql(
SELECT agency, province, earlier_year, earlier_score, assessed_year, score, change,
  COUNT(*) OVER () AS total
FROM temp.changes WHERE change <> 0
ORDER BY abs(change) DESC, assessed_year, agency, agency_id)sql")},
      {"rules", R"sql(
SELECT rule, COUNT(*) AS n, COUNT(DISTINCT document_id) AS documents
FROM checks WHERE verdict = 'disagrees' GROUP BY rule ORDER BY n DESC, rule LIMIT 50)sql"},
      // Only scores: the difference of years, codes or counts is no such thing.
      {"contradictions", first_rows(R"sql(
SELECT *, abs(difference) AS size, COUNT(*) OVER () AS total FROM (
  SELECT c.rule, c.kind, c.issue, c.indicator, c.code, CAST(reported AS REAL) AS reported,
    CAST(computed AS REAL) AS computed,
    round(CAST(reported AS REAL) - CAST(computed AS REAL), 2) AS difference,
    source, agency, assessed_year, document_id, path, c.number
  FROM checks AS c JOIN documents USING (document_id)
  WHERE verdict = 'disagrees' AND c.kind IS NOT NULL AND rule <> 'score_is_row_number'
    AND reported GLOB '[0-9]*' AND reported NOT GLOB '*[^0-9.]*'
    AND computed GLOB '[0-9]*' AND computed NOT GLOB '*[^0-9.]*')
ORDER BY size DESC, source, document_id, number)sql")},
      // The worst three of each agency and year, lest one pair of documents fill the list.
      {"conflicts", R"sql(
WITH sizes AS (
  SELECT conflict, agency_id, assessed_year, round(MAX(score) - MIN(score), 2) AS size,
    COUNT(*) OVER () AS total
  FROM conflicts GROUP BY conflict),
ranked AS (
  SELECT *, ROW_NUMBER() OVER (
    PARTITION BY agency_id, assessed_year ORDER BY size DESC, conflict) AS rank FROM sizes),
places AS (
  SELECT conflict, size, total, ROW_NUMBER() OVER (ORDER BY size DESC, conflict) AS place
  FROM ranked WHERE rank <= 3)
SELECT place, size, total, agency, assessed_year, kind, issue, indicator, code, score, trust,
  document_id, source, page, ROW_NUMBER() OVER (PARTITION BY conflict ORDER BY score DESC, document_id) = 1
    AS is_first
FROM places JOIN conflicts USING (conflict) WHERE place <= 15
ORDER BY place, score DESC, document_id LIMIT 60)sql"},
  };
  return rows;
}

}  // namespace prongsai
