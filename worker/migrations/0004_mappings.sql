-- How a municipality's files are read where their headers are not the contract's.
CREATE TABLE mappings (
  municipality TEXT PRIMARY KEY,
  mapping TEXT NOT NULL,
  saved_at TEXT NOT NULL,
  saved_by TEXT NOT NULL
) STRICT;
