import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { answer, appState, draw, session } from '../../../../build/test-screen';
import { CallError } from '../../../api/errors';
import { OwnSampleDialog } from './OwnSampleDialog';

afterEach(() => vi.restoreAllMocks());

function show() {
  const state = appState({ session: session() });
  const sent = answer({
    get_app_state: () => state,
    read_sample: ({ text }) => {
      if (text.startsWith('{')) return { events: [], fields: [], warnings: [] };
      throw new CallError({
        code: 'validation',
        title: 'This is not JSON.',
        hint: 'It goes wrong in line 1.',
        owner: 'you',
        action: 'edit_fields',
        fields: [],
      });
    },
  });
  const onTake = vi.fn();
  draw(<OwnSampleDialog isOpen onClose={() => undefined} startText="" onTake={onTake} />, state);
  const user = userEvent.setup();
  const paste = async (text: string) => {
    await user.click(screen.getByLabelText('The events, as JSON'));
    await user.paste(text);
  };
  return { sent, onTake, user, paste };
}

const use = () => screen.getByRole('button', { name: 'Use this sample' });

test('a sample is taken once it has been read', async () => {
  const { onTake, user, paste } = show();
  await paste('{"event":"x"}');
  await user.click(use());
  await waitFor(() => expect(onTake).toHaveBeenCalledWith('{"event":"x"}'));
});

test('what is not JSON stays in the field, with the reason below it', async () => {
  const { onTake, user, paste } = show();
  await paste('hello');
  await user.click(use());
  expect(await screen.findByText('This is not JSON. It goes wrong in line 1.')).toBeInTheDocument();
  expect(screen.getByLabelText('The events, as JSON')).toHaveValue('hello');
  expect(onTake).not.toHaveBeenCalled();
});

test('20 MB are refused before they land in the field', async () => {
  const { sent, user, paste } = show();
  await paste('{"a":1}');
  await user.clear(screen.getByLabelText('The events, as JSON'));
  await paste(`"${'x'.repeat(20_000_000)}"`);
  expect(screen.getByText(/This is 20 MB/)).toBeInTheDocument();
  expect(screen.getByLabelText('The events, as JSON')).toHaveValue('');
  expect(sent.filter(({ name }) => name === 'read_sample')).toEqual([]);
});

test('a file is read into the field', async () => {
  const { user } = show();
  const input = document.querySelector<HTMLInputElement>('input[type=file]');
  if (!input) throw new Error('the dialog has a file field');
  await user.upload(input, new File(['{"event":"file"}'], 'event.json', { type: 'application/json' }));
  await waitFor(() => expect(screen.getByLabelText('The events, as JSON')).toHaveValue('{"event":"file"}'));
});

test('a file of 50 MB is refused before it is read, and the limit is named', async () => {
  const { user } = show();
  const input = document.querySelector<HTMLInputElement>('input[type=file]');
  if (!input) throw new Error('the dialog has a file field');
  const file = new File(['{}'], 'log.json', { type: 'application/json' });
  Object.defineProperty(file, 'size', { value: 50_000_000 });
  const read = vi.spyOn(file, 'text');
  await user.upload(input, file);
  expect(await screen.findByText(/This is 50 MB. One event may have 1 MB at most/)).toBeInTheDocument();
  expect(read).not.toHaveBeenCalled();
});
