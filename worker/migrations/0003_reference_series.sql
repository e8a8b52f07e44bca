-- What the ministry publishes about every town: 総務省「マイナンバーカード交付状況」. Like the figures of a town,
-- nothing is overwritten: a corrected figure is closed and the new one opened.

CREATE TABLE reference_imports (
  -- Also the lock by which two writers find out about each other.
  number INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE,
  series TEXT NOT NULL CHECK (series IN ('municipality', 'prefecture', 'summary', 'age_sex')),
  as_of_dates TEXT NOT NULL,
  imported_at TEXT NOT NULL,
  actor TEXT NOT NULL,
  row_count INTEGER NOT NULL,
  added INTEGER NOT NULL,
  changed INTEGER NOT NULL,
  removed INTEGER NOT NULL,
  unchanged INTEGER NOT NULL,
  -- Notes, warnings and compared sums as they were answered, in JSON.
  report TEXT NOT NULL
) STRICT;

CREATE TABLE reference_figures (
  id INTEGER PRIMARY KEY,
  series TEXT NOT NULL CHECK (series IN ('municipality', 'prefecture', 'summary', 'age_sex')),
  -- Six digits, 000000 for the nation, or type:… for a kind of municipality.
  code TEXT NOT NULL,
  as_of TEXT NOT NULL,
  age_band TEXT NOT NULL,
  sex TEXT NOT NULL CHECK (sex IN ('male', 'female', 'all')),
  population INTEGER NOT NULL CHECK (population >= 0),
  population_as_of TEXT NOT NULL,
  issued INTEGER CHECK (issued >= 0),
  held INTEGER CHECK (held >= 0),
  source TEXT NOT NULL,
  -- Imports in which the figure became known and stopped being so.
  opened_in INTEGER NOT NULL REFERENCES reference_imports (number),
  superseded_in INTEGER REFERENCES reference_imports (number)
) STRICT;

CREATE UNIQUE INDEX reference_current ON reference_figures (as_of, code, age_band, sex)
  WHERE superseded_in IS NULL;
CREATE INDEX reference_of_code ON reference_figures (code, as_of);
