/**
 * Turns what was loaded (`figures_file`, `districts_file`, `published_file`) into the tables of the notebooks, with
 * dates as dates. A release may hold no districts at all, and then their file makes no table.
 */
export const MAKE_TABLES = `
CREATE TABLE IF NOT EXISTS districts_file (municipality VARCHAR, code VARCHAR, name VARCHAR, kana VARCHAR,
  name_en VARCHAR, area VARCHAR, tile_x INTEGER, tile_y INTEGER);
CREATE TABLE figures AS SELECT municipality, as_of::DATE AS as_of, district, age_band, sex, population,
  population_as_of, applications, issued, held, provenance FROM figures_file;
CREATE TABLE districts AS FROM districts_file;
CREATE TABLE published AS SELECT code, name, as_of::DATE AS as_of, population::INTEGER AS population,
  population_as_of::DATE AS population_as_of, issued::INTEGER AS issued FROM published_file;
DROP TABLE figures_file;
DROP TABLE districts_file;
DROP TABLE published_file`;
