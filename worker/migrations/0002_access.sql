-- Who may do what. Secrets are stored as SHA-256 only: they are random, so nothing slower is needed.

CREATE TABLE tokens (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  secret_sha256 TEXT NOT NULL UNIQUE,
  label TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('reader', 'uploader', 'publisher', 'admin')),
  -- A municipality's code, or * for all.
  municipality TEXT NOT NULL,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  revoked_at TEXT
) STRICT;

CREATE TABLE sessions (
  secret_sha256 TEXT PRIMARY KEY,
  -- The token it was opened with: revoked or rotated, the session ends too.
  token_sha256 TEXT NOT NULL,
  expires_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX sessions_expiry ON sessions (expires_at);

CREATE TABLE idempotency_keys (
  actor TEXT NOT NULL,
  key TEXT NOT NULL,
  request_digest TEXT NOT NULL,
  upload_id TEXT NOT NULL,
  created_at TEXT NOT NULL,
  PRIMARY KEY (actor, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE audit_log (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  municipality TEXT,
  target TEXT NOT NULL,
  digest TEXT
) STRICT;
