-- A town's own map of its districts. One row a state of it, closed when another replaces it or it is removed; the
-- revisions it came and went in are counted with those of the district list.
CREATE TABLE district_maps (
  municipality TEXT NOT NULL,
  -- Quantized TopoJSON of the simplified borders: a geometry's id is its district's code, and nothing else is told.
  topology TEXT NOT NULL CHECK (json_valid(topology)),
  attribution TEXT,
  opened_in INTEGER NOT NULL,
  superseded_in INTEGER,
  PRIMARY KEY (municipality, opened_in)
) STRICT;

CREATE UNIQUE INDEX district_maps_current ON district_maps (municipality) WHERE superseded_in IS NULL;
