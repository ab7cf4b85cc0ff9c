import { expect, test } from 'vitest';
import { sampleName } from './sampleName';

test('the same text has the same name, and no two texts have one name', () => {
  const names = Array.from({ length: 30 }, (_, index) => sampleName(`{"a":${index}}`));
  expect(new Set(names).size).toBe(30);
  expect(sampleName('{"a":29}')).toBe(names[29]);
});

test('a text that was long not seen gets a name that nobody has', () => {
  const first = sampleName('first');
  const others = Array.from({ length: 30 }, (_, index) => sampleName(`other ${index}`));
  expect([first, ...others]).not.toContain(sampleName('first'));
});
