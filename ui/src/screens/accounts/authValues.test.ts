import { expect, test } from 'vitest';
import type { AppError } from '../../api/bindings/AppError';
import type { AuthField } from '../../api/bindings/AuthField';
import {
  isOnFields,
  isTouched,
  messageOf,
  messagesOf,
  startingValues,
  toParams,
  withoutSecrets,
} from './authValues';

const text = { kind: 'text', limits: {} } as const;
const secret = { kind: 'secret', limits: {} } as const;
const common = { help: '', required: true };

const fields: AuthField[] = [
  { ...common, path: 'user', label: 'User', kind: text, default: 'reader' },
  { ...common, path: 'password', label: 'Password', kind: secret },
  {
    ...common,
    path: 'group',
    label: 'Group',
    kind: {
      kind: 'group',
      fields: [
        { ...common, path: 'group/on', label: 'On', kind: { kind: 'boolean' } },
        { ...common, path: 'group/keys', label: 'Keys', kind: { kind: 'json', secret: false } },
      ],
    },
  },
];

const refusal = (...at: string[]): AppError => ({
  code: 'validation',
  title: '',
  hint: '',
  owner: 'you',
  action: 'edit_fields',
  fields: at.map((field) => ({ field, message: `about ${field}` })),
});

test('a form starts with the defaults of the source, and groups lend their fields', () => {
  expect(startingValues(fields)).toEqual({
    user: 'reader',
    password: '',
    'group/on': 'false',
    'group/keys': '',
  });
  expect(isTouched(fields, startingValues(fields))).toBe(false);
  expect(isTouched(fields, { ...startingValues(fields), password: 'x' })).toBe(true);
});

test('secrets and whatever may hold one leave the form when it is sent', () => {
  const values = { user: 'anna', password: 'hush', 'group/on': 'true', 'group/keys': '["hush"]' };
  expect(toParams(fields, values)).toContainEqual({ path: 'password', value: 'hush' });
  expect(withoutSecrets(fields, values)).toEqual({
    user: 'anna',
    password: '',
    'group/on': 'true',
    'group/keys': '',
  });
});

test('a refusal stands on its fields, and secrets say that they are wanted again', () => {
  const messages = messagesOf(refusal('params.user', 'name'), fields);
  expect(messages.user).toBe('about params.user');
  expect(messages.password).toBe('Enter this again. Inlet does not keep it.');
  expect(messageOf(messages, 'name')).toBe('about name');
});

test('what stands on no field that is shown is said beside the button', () => {
  expect(isOnFields(refusal('params.user', 'way'), fields)).toBe(true);
  expect(isOnFields(refusal('params.other'), fields)).toBe(false);
  expect(isOnFields(refusal(), fields)).toBe(false);
});
