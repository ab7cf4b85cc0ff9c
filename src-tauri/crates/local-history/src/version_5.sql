-- Deletions of dataflows, and clean-ups. `problem` is JSON of the application's making.
CREATE TABLE deletions (
    id           TEXT PRIMARY KEY NOT NULL,
    environment  TEXT NOT NULL,
    organization TEXT NOT NULL,
    sandbox      TEXT NOT NULL,
    profile_name TEXT NOT NULL,
    kind         TEXT NOT NULL,
    state        TEXT NOT NULL,
    problem      TEXT,
    started_at   INTEGER NOT NULL,
    ended_at     INTEGER,
    closed       INTEGER NOT NULL DEFAULT 0
) STRICT;

-- What a deletion removes, row by row, and what was removed as it was before (snapshot).
CREATE TABLE deletion_rows (
    deletion_id TEXT NOT NULL REFERENCES deletions (id) ON DELETE CASCADE,
    position    INTEGER NOT NULL,
    content     TEXT NOT NULL,
    snapshot    TEXT,
    removed_at  INTEGER,
    PRIMARY KEY (deletion_id, position)
) STRICT;

CREATE INDEX deletion_rows_by_removal ON deletion_rows (removed_at);
