import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { PathField } from './PathField';

const options = ['app.id', 'app.name', 'event'].map((path) => ({ path, about: 'Text' }));

function Field({ start }: { start: string }) {
  const [value, setValue] = useState(start);
  return (
    <PathField label="From the event" value={value} options={options} onChange={setValue} autoFocus={false} />
  );
}

const field = () => screen.getByRole('combobox', { name: 'From the event' });

test('typing narrows what is offered, and arrows and Enter choose', async () => {
  const user = userEvent.setup();
  render(<Field start="" />);
  await user.type(field(), 'app');
  expect(screen.getAllByRole('option')).toHaveLength(2);
  await user.keyboard('{ArrowDown}{ArrowDown}');
  expect(field()).toHaveAttribute('aria-activedescendant', screen.getAllByRole('option')[1]?.id);
  await user.keyboard('{Enter}');
  expect(field()).toHaveValue('app.name');
  expect(screen.queryByRole('option')).toBeNull();
});

test('Escape shuts the list and keeps what was typed, as does leaving the field', async () => {
  const user = userEvent.setup();
  render(<Field start="" />);
  await user.type(field(), 'e');
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('option')).toBeNull();
  await user.keyboard('{ArrowDown}');
  expect(screen.getAllByRole('option')).not.toHaveLength(0);
  await user.tab();
  expect(screen.queryByRole('option')).toBeNull();
  expect(field()).toHaveValue('e');
});

test('a press takes a path, and one that nobody knows may be typed', async () => {
  const user = userEvent.setup();
  render(<Field start="" />);
  await user.click(field());
  await user.click(screen.getByText('event'));
  expect(field()).toHaveValue('event');
  await user.clear(field());
  await user.type(field(), 'else.where');
  expect(field()).toHaveValue('else.where');
});
