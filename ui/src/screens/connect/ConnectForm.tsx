// The credential: from the Developer Console's file, or typed.
import { Disclosure, DisclosurePanel, DisclosureTitle, Radio, RadioGroup } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Controller, useWatch } from 'react-hook-form';
import { useAppState } from '../../api/session';
import { TextInput } from '../../forms/TextInput';
import { PageHeading } from '../../kit/PageHeading';
import styles from './ConnectForm.module.css';
import { CredentialDrop } from './CredentialDrop';
import type { ConnectValues } from './connection';
import type { Connect } from './useConnect';

export function ConnectForm({ connect }: { connect: Connect }) {
  const { form, kind, hasSecret, known, takeFile } = connect;
  const { keychain } = useAppState();
  const { control } = form;
  return (
    <div className={styles.form}>
      <div>
        <PageHeading>{known ? `Sign in again as ${known.name}` : 'Connect to Adobe'}</PageHeading>
        <p className={styles.lead}>{leadWords(kind, known !== undefined)}</p>
      </div>
      {kind === 'secret' && <CredentialDrop onRead={takeFile} />}
      <TextInput control={control} name="organization" label="Organisation ID" />
      <TextInput control={control} name="clientId" label="Client ID" />
      <TextInput
        control={control}
        name="secret"
        secret
        autoFocus={known !== undefined}
        label={kind === 'secret' ? 'Client secret' : 'Access token'}
        {...(hasSecret ? { placeholder: '••••••••••••••••' } : {})}
        description={secretHint(kind, hasSecret, keychain.available)}
      />
      {kind === 'secret' && <TextInput control={control} name="name" label="Name of this sign-in" />}
      <MoreOptions connect={connect} />
    </div>
  );
}

function leadWords(kind: 'secret' | 'token', known: boolean): string {
  if (kind === 'token') {
    return 'A pasted access token works until it runs out, at most 24 hours. Inlet keeps it in memory only.';
  }
  return known
    ? 'Enter the client secret, or drop a new credential file. The rest is as you saved it.'
    : 'Use the OAuth server-to-server credential that your administrator made in the Developer Console.';
}

function secretHint(kind: 'secret' | 'token', hasSecret: boolean, keychain: boolean): string {
  if (hasSecret) return 'Inlet has it. Type here only to use another one.';
  if (kind === 'token') return 'Kept in memory, never written down.';
  return keychain
    ? 'Goes straight to this computer’s keychain. Inlet never shows it again.'
    : 'No keychain here: Inlet keeps it until you quit, and never shows it again.';
}

function MoreOptions({ connect }: { connect: Connect }) {
  const { control } = connect.form;
  const kind = useWatch({ control, name: 'environment.kind' });
  return (
    <Disclosure defaultExpanded={kind === 'custom'} isQuiet size="S" styles={style({ width: 'full' })}>
      <DisclosureTitle level={2}>More options</DisclosureTitle>
      <DisclosurePanel>
        <div className={styles.more}>
          <Controller
            control={control}
            name="environment.kind"
            render={({ field }) => (
              <RadioGroup
                label="Where to connect"
                value={field.value}
                onChange={(value) => field.onChange(asKind(value))}
              >
                <Radio value="adobe">Adobe</Radio>
                <Radio value="custom">Other hosts</Radio>
              </RadioGroup>
            )}
          />
          {kind === 'custom' && (
            <>
              <TextInput control={control} name="environment.platformUrl" label="Platform address" />
              <TextInput
                control={control}
                name="environment.signInUrl"
                label="Sign-in address"
                description="HTTPS, or this computer. Your secret goes there."
              />
            </>
          )}
        </div>
      </DisclosurePanel>
    </Disclosure>
  );
}

function asKind(value: string): ConnectValues['environment']['kind'] {
  return value === 'custom' ? 'custom' : 'adobe';
}
