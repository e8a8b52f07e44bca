-- What is known of a municipality, and since when. Nothing here is ever overwritten but the two
-- pointers of municipality_states: a corrected figure is closed and the new one opened.

CREATE TABLE municipality_states (
  code TEXT PRIMARY KEY,
  -- The newest revision; also the lock by which two writers find out about each other.
  revision INTEGER NOT NULL DEFAULT 0,
  -- The published release that `latest` names; the only thing a publication moves.
  latest_release TEXT
) STRICT;

CREATE TABLE revisions (
  municipality TEXT NOT NULL,
  number INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('upload', 'districts', 'take-back')),
  recorded_at TEXT NOT NULL,
  PRIMARY KEY (municipality, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE figures (
  id INTEGER PRIMARY KEY,
  municipality TEXT NOT NULL,
  as_of TEXT NOT NULL,
  district TEXT NOT NULL,
  age_band TEXT NOT NULL,
  sex TEXT NOT NULL CHECK (sex IN ('male', 'female', 'all')),
  population INTEGER NOT NULL CHECK (population >= 0),
  population_as_of TEXT,
  applications INTEGER CHECK (applications >= 0),
  issued INTEGER CHECK (issued >= 0),
  held INTEGER CHECK (held >= 0),
  provenance TEXT NOT NULL CHECK (provenance IN ('reported', 'synthetic')),
  -- Revisions in which the figure became known and stopped being so.
  opened_in INTEGER NOT NULL,
  superseded_in INTEGER
) STRICT;

CREATE UNIQUE INDEX figures_current ON figures (municipality, as_of, district, age_band, sex)
  WHERE superseded_in IS NULL;
CREATE INDEX figures_opened ON figures (municipality, opened_in);
CREATE INDEX figures_superseded ON figures (municipality, superseded_in) WHERE superseded_in IS NOT NULL;

CREATE TABLE districts (
  id INTEGER PRIMARY KEY,
  municipality TEXT NOT NULL,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  kana TEXT,
  name_en TEXT,
  area TEXT,
  tile_x INTEGER,
  tile_y INTEGER,
  opened_in INTEGER NOT NULL,
  superseded_in INTEGER
) STRICT;

CREATE UNIQUE INDEX districts_current ON districts (municipality, code) WHERE superseded_in IS NULL;

CREATE TABLE uploads (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  municipality TEXT NOT NULL,
  -- Of the bytes, and of the bytes with all that decided how they were read.
  sha256 TEXT NOT NULL,
  request_digest TEXT NOT NULL,
  received_at TEXT NOT NULL,
  actor TEXT NOT NULL,
  format TEXT NOT NULL,
  encoding TEXT NOT NULL,
  row_count INTEGER NOT NULL,
  as_of_dates TEXT NOT NULL,
  provenance TEXT NOT NULL,
  notes TEXT NOT NULL,
  revision INTEGER NOT NULL,
  added INTEGER NOT NULL,
  changed INTEGER NOT NULL,
  removed INTEGER NOT NULL,
  unchanged INTEGER NOT NULL,
  -- The revision in which it was taken back; the same file may come again after that.
  taken_back_in INTEGER
) STRICT;

CREATE UNIQUE INDEX uploads_standing ON uploads (request_digest) WHERE taken_back_in IS NULL;

CREATE TABLE snapshots (
  municipality TEXT NOT NULL,
  revision INTEGER NOT NULL,
  digest TEXT NOT NULL,
  PRIMARY KEY (municipality, revision)
) STRICT, WITHOUT ROWID;

CREATE TABLE releases (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  municipality TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('draft', 'published', 'withdrawn')),
  through TEXT NOT NULL,
  revision INTEGER NOT NULL,
  digest TEXT NOT NULL,
  report TEXT NOT NULL,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  published_at TEXT,
  published_by TEXT,
  withdrawn_at TEXT,
  withdrawn_by TEXT,
  reason TEXT
) STRICT;

CREATE INDEX releases_of ON releases (municipality, seq);
