-- A newer edition of the software draws other first-paint charts from the same revision. The row says which edition
-- made a snapshot, so that an update makes it again; what is there now was made by the first.

CREATE TABLE snapshot_editions (
  municipality TEXT NOT NULL,
  revision INTEGER NOT NULL,
  edition INTEGER NOT NULL,
  digest TEXT NOT NULL,
  PRIMARY KEY (municipality, revision, edition)
) STRICT;

INSERT INTO snapshot_editions (municipality, revision, edition, digest)
  SELECT municipality, revision, 1, digest FROM snapshots;

DROP TABLE snapshots;
