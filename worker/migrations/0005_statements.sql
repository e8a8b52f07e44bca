-- A file states whole districts of a date, so that is what the ledger keeps: one row holds all cells of a
-- district on a date. A month of a town is 16 rows instead of 608, each with its entries in three indexes.

CREATE TABLE statements (
  id INTEGER PRIMARY KEY,
  municipality TEXT NOT NULL,
  as_of TEXT NOT NULL,
  district TEXT NOT NULL,
  -- [[age_band, sex, population, population_as_of, applications, issued, held], …]
  cells TEXT NOT NULL CHECK (json_valid(cells)),
  -- Sums over the cells; a measure is null as soon as one cell lacks it.
  population INTEGER NOT NULL CHECK (population >= 0),
  applications INTEGER CHECK (applications >= 0),
  issued INTEGER CHECK (issued >= 0),
  held INTEGER CHECK (held >= 0),
  provenance TEXT NOT NULL CHECK (provenance IN ('reported', 'synthetic')),
  -- Revisions in which the statement became known and stopped being so.
  opened_in INTEGER NOT NULL,
  superseded_in INTEGER
) STRICT;

-- A figure's span of revisions may differ from its neighbours': each revision in which anything of a
-- district's date changed begins a statement of its own.
INSERT INTO statements (municipality, as_of, district, cells, population, applications, issued, held,
                        provenance, opened_in, superseded_in)
WITH bounds AS (
  SELECT municipality, as_of, district, opened_in AS at FROM figures
  UNION
  SELECT municipality, as_of, district, superseded_in FROM figures WHERE superseded_in IS NOT NULL
),
spans AS (
  SELECT municipality, as_of, district, at,
         lead(at) OVER (PARTITION BY municipality, as_of, district ORDER BY at) AS until
  FROM bounds
)
SELECT s.municipality, s.as_of, s.district,
       json_group_array(json_array(f.age_band, f.sex, f.population, f.population_as_of, f.applications, f.issued, f.held)),
       sum(f.population),
       CASE WHEN count(f.applications) = count(*) THEN sum(f.applications) END,
       CASE WHEN count(f.issued) = count(*) THEN sum(f.issued) END,
       CASE WHEN count(f.held) = count(*) THEN sum(f.held) END,
       max(f.provenance), s.at, s.until
FROM spans s
JOIN figures f ON f.municipality = s.municipality AND f.as_of = s.as_of AND f.district = s.district
  AND f.opened_in <= s.at AND (f.superseded_in IS NULL OR f.superseded_in > s.at)
GROUP BY s.municipality, s.as_of, s.district, s.at, s.until;

CREATE UNIQUE INDEX statements_current ON statements (municipality, as_of, district)
  WHERE superseded_in IS NULL;
CREATE INDEX statements_opened ON statements (municipality, opened_in);
CREATE INDEX statements_superseded ON statements (municipality, superseded_in)
  WHERE superseded_in IS NOT NULL;

DROP TABLE figures;
