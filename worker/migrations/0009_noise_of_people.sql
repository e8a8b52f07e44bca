-- The secret of a town's noise, made once with its first draft. Nothing ever reads it but the maker of releases; it is
-- not in any answer, file, snapshot or log. Without it no further release fits those that were published.
CREATE TABLE noise_keys (
  municipality TEXT PRIMARY KEY,
  key BLOB NOT NULL CHECK (length(key) = 32),
  made_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Which districts' people go by which other codes; every change of the list is kept.
CREATE TABLE district_successions (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  municipality TEXT NOT NULL,
  successions TEXT NOT NULL CHECK (json_valid(successions)),
  saved_at TEXT NOT NULL,
  saved_by TEXT NOT NULL
) STRICT;

CREATE INDEX district_successions_of ON district_successions (municipality, seq);

-- How a release protects people; those that hid values stay readable as they were, and nothing rests on them.
ALTER TABLE releases ADD COLUMN method TEXT NOT NULL DEFAULT 'suppression'
  CHECK (method IN ('suppression', 'tens-of-people'));
-- The successions it was made with, and a fingerprint of the key.
ALTER TABLE releases ADD COLUMN successions TEXT NOT NULL DEFAULT '[]';
ALTER TABLE releases ADD COLUMN key_id TEXT;
-- Which cells it tells of whom: what later releases are held against.
ALTER TABLE releases ADD COLUMN outline TEXT;
