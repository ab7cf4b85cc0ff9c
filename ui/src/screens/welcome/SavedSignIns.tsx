// For those who were here before: their saved sign-ins, one press each.
import ChevronRight from '@react-spectrum/s2/icons/ChevronRight';
import { Button } from 'react-aria-components/Button';
import type { AppError } from '../../api/bindings/AppError';
import type { Profile } from '../../api/bindings/Profile';
import { useWrite } from '../../api/mutations';
import { Glyph } from '../../kit/Glyph';
import { Spinner } from '../../kit/Spinner';
import { TERMS } from '../../lib/terms';
import styles from './SavedSignIns.module.css';

interface SavedSignInsProps {
  profiles: readonly Profile[];
  onConnected: () => void;
  onProblem: (problem: AppError | undefined) => void;
}

export function SavedSignIns({ profiles, onConnected, onProblem }: SavedSignInsProps) {
  const connect = useWrite('connect');
  const start = (profileId: string) => {
    onProblem(undefined);
    connect.mutate({ profileId }, { onSuccess: onConnected, onError: ({ app }) => onProblem(app) });
  };
  return (
    <section className={styles.list} aria-label={TERMS.profiles}>
      <ul>
        {profiles.map(({ id, name, sandbox }) => {
          const connecting = connect.isPending && connect.variables.profileId === id;
          return (
            <li key={id}>
              <Button className={styles.item ?? ''} isDisabled={connect.isPending} onPress={() => start(id)}>
                <span className={styles.words}>
                  <span className={styles.name}>{name}</span>
                  <span className={styles.line}>
                    {connecting ? 'Signing in…' : `${TERMS.sandbox} ${sandbox}`}
                  </span>
                </span>
                {connecting ? <Spinner size={16} /> : <Glyph of={ChevronRight} size={16} />}
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
