import { expect, test } from 'vitest';
import { messageFor, stepAfter, stepBefore, stepOfField, stepSearch, whyNot } from './steps';
import type { Values } from './values';

const values: Values = {
  name: 'NPS',
  description: '',
  source: 'pendo',
  destinationKind: 'starter',
  datasetName: 'Place',
  schemaId: null,
  datasetId: null,
  lines: {},
  sample: { kind: 'example', id: 'guide' },
};

test('an address that names no step opens the first one', () => {
  expect(stepSearch({ step: 'mapping' })).toEqual({ step: 'mapping' });
  expect(stepSearch({ step: 'create' })).toEqual({});
});

test('steps follow each other and stop at both ends', () => {
  expect(stepAfter('source')).toBe('destination');
  expect(stepAfter('review')).toBe('review');
  expect(stepBefore('review')).toBe('mapping');
  expect(stepBefore('source')).toBe('source');
});

test.each([
  ['name', 'source'],
  ['source', 'source'],
  ['destination.datasetName', 'destination'],
  ['lines', 'mapping'],
  ['lines.3', 'mapping'],
  ['permissions', undefined],
])('a problem of %s is put right in %s', (field, step) => {
  expect(stepOfField(field)).toBe(step);
});

test('a message finds its field however the name is written', () => {
  const problems = [{ field: 'destination.dataset_name', message: 'Taken' }];
  expect(messageFor(problems, 'destination.datasetName')).toBe('Taken');
  expect(messageFor(problems, 'name')).toBeUndefined();
});

test('Continue is off only for a reason that can be read', () => {
  expect(whyNot('source', values)).toBeUndefined();
  expect(whyNot('source', { ...values, name: '  ' })).toBe('Give the dataflow a name');
  expect(whyNot('destination', values)).toBeUndefined();
  expect(whyNot('destination', { ...values, datasetName: '' })).toBe('Give the dataset a name');
  expect(whyNot('destination', { ...values, destinationKind: 'existing_schema' })).toBe('Choose a schema');
  expect(whyNot('destination', { ...values, destinationKind: 'existing_dataset', datasetName: '' })).toBe(
    'Choose a dataset',
  );
});
