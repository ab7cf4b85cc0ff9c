import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { answer, appState, draw, NOW, session } from '../../../build/test-screen';
import type { SendTestEvent } from '../../api/bindings/SendTestEvent';
import type { SourceGuide } from '../../api/bindings/SourceGuide';
import { SendTestEventDialog } from './SendTestEventDialog';

afterEach(() => vi.restoreAllMocks());

const guide: SourceGuide = {
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
  examples: [{ id: 'nps', label: 'NPS answer', text: '{"uniqueId":"old","timestamp":1,"score":9}' }],
  fresh: [
    { path: 'uniqueId', form: 'hex' },
    { path: 'timestamp', form: 'seconds' },
  ],
};

function show(settling: number) {
  const state = appState({ session: session() });
  const sent = answer({
    get_app_state: () => state,
    send_test_event: ({ flowId, label, text }) => ({
      testEventId: 't1',
      flowId,
      label,
      bytes: text.length,
      sentAt: NOW,
      stage: { kind: 'sent' },
      sentence: '',
    }),
  });
  const onSent = vi.fn();
  draw(
    <SendTestEventDialog
      isOpen
      flowId="f1"
      dataset="Place"
      guide={guide}
      settling={settling}
      onClose={() => undefined}
      onSent={onSent}
    />,
    state,
  );
  return {
    sent: () => sent.filter(({ name }) => name === 'send_test_event'),
    onSent,
    user: userEvent.setup(),
  };
}

const send = () => screen.getByRole('button', { name: 'Send test event' });

test('what is sent is the example with an id and a time of its own', async () => {
  const { sent, onSent, user } = show(0);
  await user.click(send());
  await waitFor(() => expect(onSent).toHaveBeenCalled());
  const [args] = sent().map((only) => only.args as SendTestEvent);
  expect(args).toMatchObject({ flowId: 'f1', label: 'NPS answer' });
  const event = JSON.parse(args?.text ?? '');
  expect(event).toMatchObject({ score: 9, timestamp: Math.floor(NOW / 1000) });
  expect(event.uniqueId).not.toBe('old');
});

test('while the dataflow settles it is asked once more', async () => {
  const { sent, user } = show(247_000);
  expect(screen.getByText(/settles for another 4:07/)).toBeInTheDocument();
  expect(send()).toBeDisabled();
  await user.click(screen.getByRole('checkbox', { name: 'Send it although it may be dropped' }));
  await user.click(send());
  await waitFor(() => expect(sent()).toHaveLength(1));
});

test('something that is no event cannot be sent, and the reason is at the field', async () => {
  const { user } = show(0);
  const field = screen.getByLabelText('The event, as JSON');
  await user.clear(field);
  await user.click(field);
  await user.paste('{"half":');
  expect(send()).toBeDisabled();
  expect(field).toBeInvalid();
  expect(field).toHaveAccessibleDescription(/This is not a JSON object/);
});
