-- Runs as they were read. `content` is JSON of the application's making.
CREATE TABLE runs (
    environment  TEXT NOT NULL,
    organization TEXT NOT NULL,
    sandbox      TEXT NOT NULL,
    run_id       TEXT NOT NULL,
    flow_id      TEXT NOT NULL,
    started_at   INTEGER NOT NULL,
    ended        INTEGER NOT NULL,
    updated_at   INTEGER NOT NULL,
    content      TEXT NOT NULL,
    PRIMARY KEY (environment, organization, sandbox, run_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX runs_by_start ON runs (environment, organization, sandbox, started_at, flow_id);
