// Identity and Profile of a new schema: both off until somebody wants them, because both are hard to take back.

import { Switch } from '@react-spectrum/s2';
import { useQuery } from '@tanstack/react-query';
import { useSession } from '../../api/session';
import { setupDefaultsQuery } from '../../api/setupQueries';
import { Strip } from '../../kit/Strip';
import words from '../../kit/words.module.css';
import { IdentityFields } from './IdentityFields';
import styles from './schemas.module.css';
import { belowStarter } from './starter';
import { identityPaths, type SchemaValues } from './values';

interface IdentitySectionProps {
  values: SchemaValues;
  change: (part: Partial<SchemaValues>) => void;
  messages: Record<string, string>;
}

export function IdentitySection({ values, change, messages }: IdentitySectionProps) {
  const { identity, start, profile } = values;
  const options = useOptions(values);
  if (start === 'field_groups') {
    return (
      <section className={styles.stack}>
        <h2 className={words.section}>Whom a record is about</h2>
        <p className={words.second}>
          Fields of field groups can be marked as identity on the page of the schema, once it is made.
        </p>
      </section>
    );
  }
  const set = (part: Partial<SchemaValues['identity']>) => {
    const next = { ...identity, ...part };
    change({ identity: next, ...(!(next.on && next.primary) && { profile: false }) });
  };
  return (
    <section className={styles.stack}>
      <h2 className={words.section}>Whom a record is about</h2>
      <div>
        <Switch isSelected={identity.on} onChange={(on) => set({ on })}>
          Mark a field as identity
        </Switch>
        <p className={styles.underSwitch}>
          Not needed to take in events, and it can be done later. Profile needs it.
        </p>
      </div>
      {identity.on && (
        <>
          <IdentityFields
            options={options}
            values={{ ...identity, path: options.includes(identity.path) ? identity.path : '' }}
            onChange={set}
            messages={{
              path: messages['identity.path'],
              namespace: messages['identity.namespace'],
              primary: undefined,
            }}
          />
          <div>
            <Switch
              isSelected={profile}
              isDisabled={!identity.primary}
              onChange={(on) => change({ profile: on })}
            >
              Enable for Profile
            </Switch>
            {!identity.primary && <p className={styles.underSwitch}>Needs a primary identity.</p>}
            {messages.profile !== undefined && (
              <p className={styles.error} role="alert">
                {messages.profile}
              </p>
            )}
          </div>
          {profile && (
            <Strip tone="notice">
              <span>
                <strong>This cannot be undone.</strong> Nobody can switch Profile off again or delete the
                schema afterwards. Leave it off while you try things out.
              </span>
            </Strip>
          )}
        </>
      )}
    </section>
  );
}

function useOptions({ start, shape }: SchemaValues): readonly string[] {
  const session = useSession();
  const { data } = useQuery({ ...setupDefaultsQuery(session.key), enabled: start === 'starter' });
  if (start !== 'starter') return identityPaths(shape?.fields ?? []);
  const texts = (data?.starterFields ?? []).filter(({ kind }) => kind === 'text');
  return texts.map(({ path }) => belowStarter(path)).filter((path) => path !== undefined);
}
