-- What a municipality decides about its publications; every change is kept.
CREATE TABLE town_settings (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  municipality TEXT NOT NULL,
  settings TEXT NOT NULL CHECK (json_valid(settings)),
  saved_at TEXT NOT NULL,
  saved_by TEXT NOT NULL
) STRICT;

CREATE INDEX town_settings_of ON town_settings (municipality, seq);

-- A release can be made again from these: the settings it was made under, and every release that had been
-- published before it, oldest first.
ALTER TABLE releases ADD COLUMN settings TEXT NOT NULL DEFAULT '{}';
ALTER TABLE releases ADD COLUMN earlier TEXT NOT NULL DEFAULT '[]';
ALTER TABLE releases ADD COLUMN previous TEXT;
