-- Dataflows as they were read last, so that they are there at the next start, also without a network. `content`
-- is JSON of the application's making: a row of the list, never an address.
CREATE TABLE kept_lists (
    environment  TEXT NOT NULL,
    organization TEXT NOT NULL,
    sandbox      TEXT NOT NULL,
    read_at      INTEGER NOT NULL,
    PRIMARY KEY (environment, organization, sandbox)
) STRICT;

CREATE TABLE kept_flows (
    environment  TEXT NOT NULL,
    organization TEXT NOT NULL,
    sandbox      TEXT NOT NULL,
    flow_id      TEXT NOT NULL,
    content      TEXT NOT NULL,
    PRIMARY KEY (environment, organization, sandbox, flow_id)
) STRICT, WITHOUT ROWID;

-- The sandboxes that a saved sign-in could use when it was last asked.
CREATE TABLE kept_sandboxes (
    profile_id TEXT PRIMARY KEY NOT NULL,
    content    TEXT NOT NULL
) STRICT;
