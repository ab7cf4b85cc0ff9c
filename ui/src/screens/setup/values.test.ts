import { describe, expect, test } from 'vitest';
import type { MappingLine } from '../../api/bindings/MappingLine';
import type { SetupDefaults } from '../../api/bindings/SetupDefaults';
import { destinationKey } from '../../api/destinationKey';
import {
  destinationOf,
  fromForm,
  linesFor,
  readDraft,
  startingValues,
  toForm,
  valuesAfter,
  withSource,
} from './values';

const line: MappingLine = { source: { kind: 'field', path: 'uniqueId' }, target: '_id' };
const defaults: SetupDefaults = {
  name: 'Pendo events',
  datasetName: 'Pendo events',
  source: {
    id: 'pendo',
    name: 'Pendo',
    about: '',
    beta: true,
    notOffered: '',
    guideUrl: '',
    turnOff: '',
    instructions: [],
  },
  offered: ['pendo', 'chatlio'],
  examples: [
    { id: 'guide', label: 'Guide', text: '{"event":"guide"}' },
    { id: 'poll', label: 'Poll', text: '{"event":"poll"}' },
  ],
  starterFields: [],
  starterLines: [line],
};
const start = startingValues(defaults);

test('the wizard opens with everything that a set-up needs', () => {
  const destination = destinationOf(start);
  expect(destination).toEqual({ kind: 'starter', datasetName: 'Pendo events' });
  expect(
    destination && toForm(start, destination, linesFor(start, destination, defaults.starterLines)),
  ).toEqual({
    name: 'Pendo events',
    description: '',
    source: 'pendo',
    destination: { kind: 'starter', datasetName: 'Pendo events' },
    lines: [line],
  });
});

describe('a draft', () => {
  test('comes back as it was saved', () => {
    expect(readDraft(JSON.parse(JSON.stringify(start)))).toEqual(start);
  });

  test.each([
    [null],
    ['text'],
    [{}],
    [{ ...start, lines: [{ source: {} }] }],
    [{ ...start, destinationKind: 'moon' }],
  ])('of another shape is not taken: %j', (values) => {
    expect(readDraft(values)).toBeUndefined();
  });
});

describe('the destination', () => {
  test('is open until a schema or dataset is chosen', () => {
    expect(destinationOf({ ...start, destinationKind: 'existing_schema' })).toBeNull();
    expect(destinationOf({ ...start, destinationKind: 'existing_dataset' })).toBeNull();
    expect(destinationOf({ ...start, destinationKind: 'existing_dataset', datasetId: 'd1' })).toEqual({
      kind: 'existing_dataset',
      datasetId: 'd1',
    });
  });

  test('keeps its changed lines when another one is looked at in between', () => {
    const changed = { ...start, lines: { 'starter pendo': [] } };
    expect(linesFor(changed, { kind: 'starter', datasetName: 'x' }, [line])).toEqual([]);
    expect(linesFor(changed, { kind: 'existing_dataset', datasetId: 'd1' }, [line])).toEqual([line]);
  });

  test('has the same fields whatever the dataset is called', () => {
    expect(destinationKey('pendo', { kind: 'existing_schema', schemaId: 's', datasetName: 'a' })).toBe(
      destinationKey('pendo', { kind: 'existing_schema', schemaId: 's', datasetName: 'b' }),
    );
  });
});

test('another source brings its own names, sample and lines, and leaves what was typed', () => {
  const chatlio: SetupDefaults = {
    ...defaults,
    name: 'Chatlio events',
    datasetName: 'Chatlio events',
    source: { ...defaults.source, id: 'chatlio', name: 'Chatlio' },
    examples: [{ id: 'chat', label: 'Chat', text: '{}' }],
  };
  const edited = { ...start, datasetName: 'My place', lines: { 'starter pendo': [] } };
  const values = withSource(edited, defaults, chatlio);
  expect(values).toMatchObject({ source: 'chatlio', name: 'Chatlio events', datasetName: 'My place' });
  expect(values.sample).toEqual({ kind: 'example', id: 'chat' });
  const starter = { kind: 'starter', datasetName: 'My place' } as const;
  expect(linesFor(values, starter, [line])).toEqual([line]);
  expect(linesFor(withSource(values, chatlio, defaults), starter, [line])).toEqual([]);
});

test('spaces around a name are not part of it', () => {
  const form = toForm({ ...start, name: '  NPS ' }, { kind: 'starter', datasetName: ' Place ' }, []);
  expect(form.name).toBe('NPS');
  expect(form.destination).toEqual({ kind: 'starter', datasetName: 'Place' });
});

test('an undone set-up opens in the wizard as it was', () => {
  const form = toForm(start, { kind: 'existing_schema', schemaId: 's1', datasetName: 'Place' }, [line]);
  const values = fromForm(form);
  const destination = destinationOf(values);
  expect(destination && toForm(values, destination, linesFor(values, destination, []))).toEqual(form);
  expect(readDraft(values)).toEqual(values);
});

describe('the place of a recipe', () => {
  const shape = {
    fields: { score: { type: 'integer' } },
    class: 'event' as const,
    fieldGroups: ['https://ns.adobe.com/xdm/mixins/a'],
    identities: [{ path: '_acme.id', namespace: 'Email', primary: true }],
    tags: { team: ['web'] },
    leftOut: ['Something.'],
  };
  const form = toForm(start, { kind: 'shape', datasetName: 'Place', ...shape }, [line]);

  test('comes through wizard and draft whole', () => {
    const values = fromForm(form);
    expect(readDraft(JSON.parse(JSON.stringify(values)))).toEqual(values);
    const destination = destinationOf(values);
    expect(destination && toForm(values, destination, linesFor(values, destination, []))).toEqual(form);
  });

  test('gives its tags to a new dataset over another schema', () => {
    const values = { ...fromForm(form), destinationKind: 'existing_schema' as const, schemaId: 's1' };
    expect(destinationOf(values)).toMatchObject({ schemaId: 's1', tags: { team: ['web'] } });
  });

  test('of an older draft has its fields alone', () => {
    const old = { ...start, destinationKind: 'shape', shape: { score: { type: 'integer' } } };
    const values = readDraft(old);
    expect(values && destinationOf(values)).toEqual({
      kind: 'shape',
      datasetName: 'Pendo events',
      fields: { score: { type: 'integer' } },
      class: 'event',
      fieldGroups: [],
      identities: [],
      tags: {},
      leftOut: [],
    });
  });
});

test('a dataflow that replaces another starts with its lines, wherever its events go', () => {
  const former: MappingLine = { source: { kind: 'expression', text: 'lower(event)' }, target: '_acme.event' };
  const form = {
    name: 'Guides (new)',
    description: '',
    source: 'pendo',
    destination: { kind: 'existing_dataset' as const, datasetId: 'd1' },
    lines: [former],
  };
  const values = valuesAfter(form, defaults);
  expect(readDraft(JSON.parse(JSON.stringify(values)))).toEqual(values);
  expect(values.datasetName).toBe('Pendo events');
  for (const destination of [form.destination, { kind: 'starter' as const, datasetName: 'x' }]) {
    expect(linesFor(values, destination, [line])).toEqual([former]);
  }
  const changed = { ...values, lines: { 'starter pendo': [line] } };
  expect(linesFor(changed, { kind: 'starter', datasetName: 'x' }, [])).toEqual([line]);
});
