// Plans of deletions, and deletions on their way, as the scenes show them.
import { rows } from './flows.mjs';
import { NOW, offline } from './people.mjs';

/** @typedef {import('../../../ui/src/api/bindings/DeletionPlan').DeletionPlan} DeletionPlan */
/** @typedef {import('../../../ui/src/api/bindings/PlannedFlow').PlannedFlow} PlannedFlow */
/** @typedef {import('../../../ui/src/api/bindings/Deletion').Deletion} Deletion */
/** @typedef {import('../../../ui/src/api/bindings/DeletionRow').DeletionRow} DeletionRow */
/** @typedef {import('../../../ui/src/api/bindings/RemovalState').RemovalState} RemovalState */

const name = rows[0]?.name ?? '';
const flowId = rows[0]?.id ?? '';

/** @type {PlannedFlow} */
const planned = {
  flowId,
  name,
  state: { kind: 'on' },
  source: { name: 'Pendo', id: 'pendo' },
  received: 4540,
  objects: [
    { kind: 'flow', id: flowId, name, deleted: true, optional: false, sentence: 'Its webhook address stops working' },
    { kind: 'target_connection', id: 't1', name: `${name}, to Pendo NPS events`, deleted: true, optional: true, sentence: 'Used by nothing else' },
    { kind: 'source_connection', id: 's1', name: `${name}, from Pendo`, deleted: true, optional: true, sentence: 'Used by nothing else' },
    { kind: 'mapping_set', id: 'm1', name: '14 field mappings', deleted: false, optional: false, sentence: '“NPS responses – AMER” and “Trial accounts” use it as well' },
    { kind: 'dataset', id: 'd1', name: 'Pendo NPS events', deleted: false, optional: true, sentence: 'Deleting it deletes every event in it, for good' },
    { kind: 'schema', id: 'x1', name: 'Pendo event', deleted: false, optional: true, onlyWith: 'd1', sentence: 'No other dataset needs it' },
  ],
};

/**
 * One of several: its dataset is chosen nowhere.
 * @param {number} index
 * @param {Partial<PlannedFlow>} [over]
 * @returns {PlannedFlow}
 */
const oneOf = (index, over = {}) => {
  const of = rows[index]?.name ?? '';
  const objects = planned.objects.map((object) => ({
    ...object,
    id: `${object.id}-${index}`,
    name: object.name.replace(name, of),
    optional: object.deleted && object.optional,
    sentence: object.kind === 'dataset' ? 'Data already ingested stays' : object.kind === 'schema' ? 'The dataset needs it' : object.sentence,
  }));
  return { ...planned, flowId: rows[index]?.id ?? '', name: of, objects, ...over };
};

/** @type {Record<'one' | 'production' | 'gone' | 'several', DeletionPlan>} */
export const plans = {
  several: {
    planId: 'p1',
    flows: [
      oneOf(0),
      oneOf(1, { received: 0 }),
      oneOf(2, { remark: 'It is off: events sent now are not ingested anyway.' }),
    ],
    typeToConfirm: 'prod-eu',
  },
  one: { planId: 'p1', flows: [planned] },
  production: { planId: 'p1', flows: [planned], typeToConfirm: name },
  gone: {
    planId: 'p1',
    flows: [
      {
        flowId,
        name,
        objects: [],
        problem: {
          code: 'not_found',
          title: 'Adobe finds nothing under this ID',
          hint: 'It was deleted, is in another sandbox, or is hidden from you by an access label.',
          owner: 'you',
          action: 'reload',
          fields: [],
        },
      },
    ],
  },
};

/**
 * A row whose objects stand like this, in the order of their removal.
 * @param {number} index
 * @param {DeletionRow['state']} state
 * @param {string} sentence
 * @param {RemovalState[]} objects
 * @returns {DeletionRow}
 */
function row(index, state, sentence, objects) {
  const of = rows[index]?.name ?? '';
  const kinds = /** @type {const} */ (['flow', 'target_connection', 'source_connection', 'mapping_set']);
  const names = [of, `${of}, to Pendo NPS events`, `${of}, from Pendo`, '14 field mappings'];
  /** @type {Partial<Record<RemovalState, string>>} */
  const words = {
    removed: 'Deleted and checked',
    running: state === 'failed' ? 'May be deleted already. Resume looks first' : 'Being deleted and looked for again',
    left_behind: 'Left behind: Experience Platform offers no way to remove it; it does no harm',
    stays: 'Stays. “Trial accounts” uses it as well',
  };
  return {
    flowId: rows[index]?.id ?? '',
    name: of,
    state,
    sentence,
    objects: kinds.map((kind, at) => ({
      kind,
      id: `${kind}-${index}`,
      name: names[at] ?? '',
      state: objects[at] ?? 'waiting',
      sentence: words[objects[at] ?? 'waiting'] ?? 'Not deleted yet',
    })),
  };
}

const waits = [0, 1, 2, 4].map((index) => row(index, 'waiting', 'Waits', []));
/** @type {RemovalState[]} */
const allGone = ['removed', 'removed', 'removed', 'removed'];

/** @type {Deletion} */
const base = {
  deletionId: 'd1',
  kind: 'dataflows',
  state: 'waiting',
  sandbox: 'dev-martech',
  elsewhere: false,
  rows: waits,
  choices: [],
  webhooks: [],
  startedAt: NOW,
};

/** @type {Record<'waiting' | 'running' | 'stopped' | 'done', Deletion>} */
export const deletions = {
  waiting: { ...base, rows: waits.slice(0, 1), undoLeftMs: 8200, choices: ['undo'] },
  running: {
    ...base,
    state: 'running',
    rows: [
      row(0, 'done', 'Deleted and checked.', allGone),
      row(1, 'done', 'Deleted and checked.', allGone),
      row(2, 'running', 'Being deleted', ['removed', 'running']),
      ...waits.slice(3),
    ],
    choices: ['stop'],
  },
  stopped: {
    ...base,
    state: 'stopped',
    rows: [
      row(0, 'done', 'Deleted and checked. Left behind: the mapping “14 field mappings”.', ['removed', 'removed', 'removed', 'left_behind']),
      row(1, 'changed', 'Someone changed it since the plan was made, so nothing of it was deleted. Look at it again.', []),
      { ...row(2, 'failed', 'Nothing of it was deleted so far.', ['running']), problem: offline },
      ...waits.slice(3),
    ],
    problem: offline,
    choices: ['resume', 'close'],
    webhooks: [{ source: 'Pendo', turnOff: 'Settings, Integrations, Webhooks' }],
  },
  done: {
    ...base,
    state: 'done',
    rows: [row(0, 'done', 'Deleted and checked.', ['removed', 'removed', 'removed', 'stays'])],
    choices: ['close'],
    webhooks: [{ source: 'Pendo', turnOff: 'Settings, Integrations, Webhooks' }],
  },
};
