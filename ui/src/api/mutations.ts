// Everything that is written, and what each write makes stale. One table, so that no screen forgets.
import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { type Args, type CommandName, call, type Reply } from './call';
import type { CallError } from './errors';
import { KEYS } from './queries';

type Stale = readonly unknown[];

const FRAME: Stale = KEYS.appState;
const PROFILES: Stale = KEYS.profiles;
const SETUPS: Stale = KEYS.setups;
const DELETIONS: Stale = KEYS.deletions;
/** Everything read in any session: the dataflows, their runs. */
const SESSION_DATA: Stale = ['session'];

const MAKES_STALE = {
  save_settings: [FRAME],
  dismiss_notice: [FRAME],
  retry_keychain: [FRAME, PROFILES],
  rename_profile: [PROFILES, FRAME],
  replace_secret: [PROFILES, FRAME],
  delete_profile: [PROFILES, FRAME],
  read_credential_file: [],
  check_connection: [],
  save_profile: [PROFILES, FRAME],
  connect: [FRAME],
  resume_session: [FRAME],
  disconnect: [FRAME],
  select_sandbox: [FRAME],
  start_practice: [FRAME],
  check_setup: [],
  read_sample: [],
  read_mapping_file: [],
  read_recipe: [],
  export_recipe: [],
  preview_mapping: [],
  start_setup: [FRAME, SETUPS],
  start_replacement: [FRAME, SETUPS, SESSION_DATA],
  mark_replacement: [SESSION_DATA],
  finish_replacement: [SESSION_DATA],
  cancel_setup: [FRAME, SETUPS],
  resume_setup: [FRAME, SETUPS, SESSION_DATA],
  undo_setup: [FRAME, SETUPS, SESSION_DATA],
  leave_setup: [FRAME, SETUPS],
  switch_flows: [SESSION_DATA],
  publish_flow: [SESSION_DATA],
  update_flow: [SESSION_DATA],
  save_mapping: [SESSION_DATA],
  undo_activity: [SESSION_DATA],
  export_activity: [],
  create_account: [SESSION_DATA],
  test_account: [],
  update_account: [SESSION_DATA],
  delete_account: [SESSION_DATA],
  create_dataset: [SESSION_DATA],
  create_source_connection: [SESSION_DATA],
  create_target_connection: [SESSION_DATA],
  create_mapping: [SESSION_DATA],
  save_mapping_set: [SESSION_DATA],
  update_resource: [SESSION_DATA],
  delete_resource: [SESSION_DATA],
  update_schema: [SESSION_DATA],
  delete_schema: [SESSION_DATA],
  mark_identity: [SESSION_DATA],
  unmark_identity: [SESSION_DATA],
  enable_profile: [SESSION_DATA],
  read_schema_sample: [],
  start_schema: [],
  cancel_schema: [SESSION_DATA],
  resume_schema: [SESSION_DATA],
  undo_schema: [SESSION_DATA],
  leave_schema: [SESSION_DATA],
  start_deletion: [DELETIONS],
  undo_deletion: [DELETIONS],
  stop_deletion: [DELETIONS],
  resume_deletion: [DELETIONS],
  close_deletion: [DELETIONS],
  start_clean_up: [DELETIONS, SESSION_DATA],
  recreate_flow: [FRAME, SETUPS],
  send_test_event: [SESSION_DATA],
  start_inspection: [],
  send_inspected: [],
  stop_inspection: [],
  save_draft: [],
  delete_draft: [],
} as const satisfies { [C in CommandName]?: readonly Stale[] };

export type WriteName = keyof typeof MAKES_STALE;

async function refreshAfter(client: QueryClient, name: WriteName): Promise<void> {
  await Promise.all(MAKES_STALE[name].map((queryKey) => client.invalidateQueries({ queryKey })));
}

/** Writes whose argument holds a secret: nothing of them is remembered once they have ended. */
const CARRIES_SECRET: ReadonlySet<WriteName> = new Set([
  'read_credential_file',
  'check_connection',
  'replace_secret',
  'create_account',
  'update_account',
]);

/**
 * A write. It has ended when what it made stale has been read again, so that whoever awaits it sees the new
 * state. The variables are those of the command; use `null` for a command without an argument. The outcome of a
 * write that carries a secret is told to the callbacks of `mutate` only: its state is forgotten at once.
 */
export function useWrite<C extends WriteName>(name: C) {
  const client = useQueryClient();
  type Variables = Args<C> extends undefined ? null : Args<C>;
  const write = useMutation<Reply<C>, CallError, Variables>({
    mutationKey: [name],
    // A null argument and an absent one are the same JSON on the wire.
    mutationFn: (args) => (call as (name: C, args: Variables) => Promise<Reply<C>>)(name, args),
    onSuccess: () => refreshAfter(client, name),
    gcTime: 0,
  });
  const { status, reset } = write;
  useEffect(() => {
    if (CARRIES_SECRET.has(name) && (status === 'success' || status === 'error')) reset();
  }, [name, status, reset]);
  return write;
}
