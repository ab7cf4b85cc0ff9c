import { render } from '@testing-library/react';
import { expect, test } from 'vitest';
import { daySentence, MiniChart } from './MiniChart';

test('the sentence tells sums and hours without a run apart from hours with 0', () => {
  const hours = [
    { start: 1, counts: { ingested: 1200, failed: 3 } },
    { start: 2, counts: { ingested: 0, failed: 0 } },
    { start: 3 },
  ];
  expect(daySentence(hours)).toBe('Last 24 hours: 1,200 ingested, 3 failed, 1 hour without a run');
  expect(daySentence([{ start: 1 }])).toBe('Last 24 hours: no runs');
});

test('one failed event in ten thousand is still drawn', () => {
  const hours = [
    { start: 1, counts: { ingested: 10_000, failed: 0 } },
    { start: 2, counts: { ingested: 9_999, failed: 1 } },
  ];
  const { container } = render(<MiniChart hours={hours} width={40} height={26} label="a day" />);
  const boxes = [...container.querySelectorAll('path')].map(
    (path) => path.getAttribute('d')?.match(/M/g)?.length ?? 0,
  );
  expect(boxes).toEqual([0, 2, 1]);
});
