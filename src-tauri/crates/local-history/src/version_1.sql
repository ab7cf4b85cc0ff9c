-- Set-ups. `form`, `cause` and `undo_problem` are JSON of the application's making.
CREATE TABLE setups (
    id           TEXT PRIMARY KEY NOT NULL,
    environment  TEXT NOT NULL,
    organization TEXT NOT NULL,
    sandbox      TEXT NOT NULL,
    profile_name TEXT NOT NULL,
    name         TEXT NOT NULL,
    form         TEXT NOT NULL,
    state        TEXT NOT NULL,
    cause        TEXT,
    undo_problem TEXT,
    started_at   INTEGER NOT NULL,
    settles_at   INTEGER,
    ended_at     INTEGER
) STRICT;

-- Steps of a set-up: what it means to make (intent), and what it made (object).
CREATE TABLE steps (
    setup_id    TEXT NOT NULL REFERENCES setups (id) ON DELETE CASCADE,
    position    INTEGER NOT NULL,
    kind        TEXT NOT NULL,
    state       TEXT NOT NULL,
    intent      TEXT,
    intent_at   INTEGER,
    object_id   TEXT,
    object_name TEXT,
    object_facts TEXT,
    took_ms     INTEGER,
    PRIMARY KEY (setup_id, position)
) STRICT;

CREATE TABLE drafts (
    environment  TEXT NOT NULL,
    organization TEXT NOT NULL,
    sandbox      TEXT NOT NULL,
    form         TEXT NOT NULL,
    content      TEXT NOT NULL,
    saved_at     INTEGER NOT NULL,
    PRIMARY KEY (environment, organization, sandbox, form)
) STRICT;

CREATE TABLE test_events (
    id           TEXT PRIMARY KEY NOT NULL,
    environment  TEXT NOT NULL,
    organization TEXT NOT NULL,
    sandbox      TEXT NOT NULL,
    flow_id      TEXT NOT NULL,
    content      TEXT NOT NULL,
    sent_at      INTEGER NOT NULL
) STRICT;

CREATE INDEX test_events_by_flow ON test_events (environment, organization, sandbox, flow_id, sent_at);
