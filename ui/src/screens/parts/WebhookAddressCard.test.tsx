import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { appState, draw } from '../../../build/test-screen';
import { WebhookAddressCard } from './WebhookAddressCard';

test('Copy takes the whole address, with what comes after the question mark', async () => {
  const copied: string[] = [];
  const address = { endpoint: 'https://dcs.example/collection/1', query: '?x-adobe-flow-id=2' };
  draw(<WebhookAddressCard title="Webhook address" source="Pendo" address={address} />, appState(), copied);
  await userEvent.click(screen.getByRole('button', { name: 'Copy address' }));
  expect(copied).toEqual(['https://dcs.example/collection/1?x-adobe-flow-id=2']);
});
