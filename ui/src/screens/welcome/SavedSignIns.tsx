// For those who were here before: their saved sign-ins, one press each.
import type { Profile } from '../../api/bindings/Profile';
import { TERMS } from '../../lib/terms';
import type { WayIn } from './useWaysIn';
import { WayInLine } from './WayInLine';
import styles from './WayInLine.module.css';

interface SavedSignInsProps {
  profiles: readonly Profile[];
  entering: WayIn | undefined;
  onEnter: (way: WayIn) => void;
}

export function SavedSignIns({ profiles, entering, onEnter }: SavedSignInsProps) {
  return (
    <section className={styles.list} aria-label={TERMS.profiles}>
      <ul>
        {profiles.map(({ id, name, sandbox }) => (
          <WayInLine
            key={id}
            name={name}
            line={`${TERMS.sandbox} ${sandbox}`}
            entering={isEntering(entering, id)}
            isDisabled={entering !== undefined}
            onPress={() => onEnter({ kind: 'profile', profileId: id })}
          />
        ))}
      </ul>
    </section>
  );
}

function isEntering(way: WayIn | undefined, profileId: string): boolean {
  return (way?.kind === 'profile' || way?.kind === 'resume') && way.profileId === profileId;
}
