import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { STATUS_LOOK, type StatusName } from '../lib/status';
import { StatusBadge } from './StatusBadge';

const names = Object.keys(STATUS_LOOK) as StatusName[];

test.each(names)('%s is told by an icon and a word, never by colour alone', (status) => {
  const { container } = render(<StatusBadge status={status} label="The word" />);
  expect(screen.getByText('The word')).toBeVisible();
  expect(container.querySelector('svg')).toBeInTheDocument();
});
