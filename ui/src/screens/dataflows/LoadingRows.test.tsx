import { act, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LoadingRows } from './LoadingRows';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const wait = (ms: number) => act(() => vi.advanceTimersByTime(ms));

test('a wait is quiet at first, then says what for, then offers to ask again', () => {
  const onRetry = vi.fn();
  render(<LoadingRows onRetry={onRetry} />);
  expect(screen.getByRole('status')).toBeEmptyDOMElement();
  wait(1000);
  expect(screen.getByRole('status')).toHaveTextContent('Reading your dataflows');
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
  wait(9000);
  expect(screen.getByRole('status')).toHaveTextContent('still waiting');
  fireEvent.click(screen.getByRole('button', { name: 'Ask again' }));
  expect(onRetry).toHaveBeenCalledOnce();
});
