/**
 * Turns what was loaded (`figures_file`, `districts_file`, `published_file`) into the tables of the notebooks, with
 * dates as dates. A file without rows makes no table by itself: a release may hold no districts. Its districts are in
 * tens, and the town's own rows stand beside them: `figures` then holds those, so that sums over it are right, and
 * `district_figures` the districts.
 */
export const MAKE_TABLES = `
CREATE TABLE IF NOT EXISTS figures_file (municipality VARCHAR, as_of VARCHAR, district VARCHAR, age_band VARCHAR,
  sex VARCHAR, population INTEGER, population_as_of VARCHAR, applications INTEGER, issued INTEGER, held INTEGER,
  provenance VARCHAR);
CREATE TABLE IF NOT EXISTS districts_file (municipality VARCHAR, code VARCHAR, name VARCHAR, kana VARCHAR,
  name_en VARCHAR, area VARCHAR, tile_x INTEGER, tile_y INTEGER);
CREATE TABLE all_figures AS SELECT municipality, as_of::DATE AS as_of, district, age_band, sex, population,
  population_as_of, applications, issued, held, provenance FROM figures_file;
CREATE TABLE figures AS SELECT * FROM all_figures f
  WHERE district = 'all' OR f.as_of NOT IN (SELECT as_of FROM all_figures WHERE district = 'all');
CREATE TABLE district_figures AS SELECT * FROM all_figures WHERE district <> 'all';
DROP TABLE all_figures;
CREATE TABLE districts AS FROM districts_file;
CREATE TABLE published AS SELECT code, name, as_of::DATE AS as_of, population::INTEGER AS population,
  population_as_of::DATE AS population_as_of, issued::INTEGER AS issued FROM published_file;
DROP TABLE figures_file;
DROP TABLE districts_file;
DROP TABLE published_file`;
