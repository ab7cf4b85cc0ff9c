import { expect, test } from 'vitest';
import { bytesOf, formatBytes, whyFileTooLarge, whyMappingTooLarge, whyTooLarge } from './size';

test('sizes read like sizes', () => {
  expect(formatBytes(1)).toBe('1 byte');
  expect(formatBytes(612)).toBe('612 bytes');
  expect(formatBytes(1400)).toBe('1.4 kB');
  expect(formatBytes(20_000_000)).toBe('20 MB');
  expect(formatBytes(1_106_400_000)).toBe('1.1 GB');
});

test('a text is measured as it is sent, not by its letters', () => {
  expect(bytesOf('é€😀')).toBe(9);
});

test('an event of more than 1 MB is refused with its size', () => {
  expect(whyTooLarge(1_000_000)).toBeUndefined();
  expect(whyTooLarge(20_400_000)).toContain('20.4 MB');
});

test('a file of more than 50 MB is refused with its size and the limit', () => {
  expect(whyFileTooLarge(50_000_000)).toBeUndefined();
  expect(whyFileTooLarge(50_400_000)).toContain('50.4 MB');
  expect(whyFileTooLarge(50_400_000)).toContain('At most 50 MB');
});

test('a file of field mappings over 1 MB is refused by its size alone', () => {
  expect(whyMappingTooLarge(1_000_000)).toBeUndefined();
  expect(whyMappingTooLarge(50_000_000)).toBe(
    'This is 50 MB. A file of field mappings may have 1 MB at most, so nothing was read.',
  );
});
