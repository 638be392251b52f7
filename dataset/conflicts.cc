// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset/conflicts.h"

namespace prongsai {

// `several`: the documents that are not alone; most are, and their scores need not be looked at.
// `candidates`: the things of which there is more than one score; few, so that what follows is done
// with few rows.
// `printed`: each score that a document prints of a thing, once, by the first place it stands at.
// Documents have the same scores of a thing if there are as many of these as documents times
// scores.
const char* conflicts_query() {
  return R"sql(
WITH several AS MATERIALIZED (
  SELECT document_id, source, agency_id, agency, assessed_year FROM (
    SELECT *, COUNT(*) OVER (PARTITION BY agency_id, assessed_year) AS documents
    FROM documents WHERE agency_id IS NOT NULL AND assessed_year IS NOT NULL)
  WHERE documents > 1),
things AS (
  SELECT several.*, scores.rowid AS place, kind, issue, indicator, instrument, code, score, trust,
    page, round(score, 2) AS value,
    CASE kind WHEN 'item' THEN code WHEN 'indicator' THEN indicator
              WHEN 'issue_average' THEN issue WHEN 'overall' THEN '' END AS thing
  FROM several CROSS JOIN scores
  WHERE scores.document_id = several.document_id AND score IS NOT NULL AND thing IS NOT NULL),
candidates AS MATERIALIZED (
  SELECT agency_id, assessed_year, kind, thing FROM things
  GROUP BY agency_id, assessed_year, kind, thing HAVING MIN(value) < MAX(value)),
printed AS MATERIALIZED (
  SELECT * FROM (
    SELECT *, ROW_NUMBER() OVER (
      PARTITION BY document_id, kind, thing, value ORDER BY page, place) AS repetition
    FROM things WHERE (agency_id, assessed_year, kind, thing) IN candidates)
  WHERE repetition = 1),
disputed AS (
  SELECT agency_id, assessed_year, kind, thing FROM printed
  GROUP BY agency_id, assessed_year, kind, thing
  HAVING COUNT(DISTINCT value) > 1
     AND COUNT(*) < COUNT(DISTINCT value) * COUNT(DISTINCT document_id))
SELECT DENSE_RANK() OVER (ORDER BY agency_id, assessed_year,
    instr('overall indicator issue_average item', kind), indicator,
    CASE kind WHEN 'issue_average' THEN issue END,
    instr('ieo', substr(code, 1, 1)), CAST(substr(code, 2) AS INTEGER), code) AS conflict,
  agency_id, agency, assessed_year, kind, issue, indicator, instrument, code, document_id, source,
  score, trust, page
FROM printed JOIN disputed USING (agency_id, assessed_year, kind, thing)
ORDER BY conflict, document_id, value)sql";
}

}  // namespace prongsai
