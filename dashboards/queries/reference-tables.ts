/**
 * Turns an import's files (`reference_towns_file`, `reference_ages_file`) into tables: `reference_towns` the
 * municipalities, `reference_areas` prefectures, kinds and the nation, `reference_ages` the nation by age and sex.
 * Rates stand in tenths of a percent, rounded half up as they are published: whole numbers compare exactly.
 */
export const MAKE_REFERENCE_TABLES = `
CREATE TABLE IF NOT EXISTS reference_towns_file (code VARCHAR, name VARCHAR, as_of VARCHAR, population INTEGER,
  population_as_of VARCHAR, issued INTEGER, held INTEGER);
CREATE TABLE IF NOT EXISTS reference_ages_file (as_of VARCHAR, age_band VARCHAR, sex VARCHAR, population INTEGER,
  population_as_of VARCHAR, issued INTEGER, held INTEGER);
CREATE TABLE reference_places AS SELECT code, name, as_of::DATE AS as_of, population,
  population_as_of::DATE AS population_as_of, issued, held,
  (CASE WHEN population > 0 THEN (issued::BIGINT * 2000 + population) // (2 * population::BIGINT) END)::INTEGER
    AS issued_permille,
  (CASE WHEN population > 0 THEN (held::BIGINT * 2000 + population) // (2 * population::BIGINT) END)::INTEGER
    AS held_permille
  FROM reference_towns_file;
CREATE TABLE reference_towns AS SELECT * FROM reference_places
  WHERE code NOT LIKE '__000_' AND code NOT LIKE 'type:%';
CREATE TABLE reference_areas AS SELECT * FROM reference_places
  WHERE code LIKE '__000_' OR code LIKE 'type:%';
CREATE TABLE reference_ages AS SELECT as_of::DATE AS as_of, age_band, sex, population,
  population_as_of::DATE AS population_as_of, issued, held FROM reference_ages_file;
DROP TABLE reference_places;
DROP TABLE reference_towns_file;
DROP TABLE reference_ages_file`;
