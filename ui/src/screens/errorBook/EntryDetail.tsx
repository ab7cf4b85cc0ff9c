// One entry of the error book, whole; or a code that it does not have.
import type { ReactNode } from 'react';
import type { BookEntry } from '../../api/bindings/BookEntry';
import type { Explanation } from '../../api/bindings/Explanation';
import { CopyTextButton } from '../../kit/CopyButton';
import { entryForSupport, OWNER_WORDS, SERVICE_WORDS } from './bookWords';
import styles from './EntryDetail.module.css';

export function EntryDetail({ entry }: { entry: BookEntry }) {
  return (
    <article className={styles.entry} aria-label={entry.name}>
      <p className={styles.service}>{SERVICE_WORDS[entry.service]}</p>
      <h2 className={styles.name}>{entry.name}</h2>
      <dl className={styles.parts}>
        <Part name="What happened">{entry.what}</Part>
        <Part name="Whose it is">{OWNER_WORDS[entry.owner]}</Part>
        <Part name="What to do next">{entry.next}</Part>
        <Part name={entry.codes.length === 1 ? 'Code' : 'Codes'}>
          <span className={styles.codes}>
            {entry.codes.map((code) => (
              <code key={code}>{code}</code>
            ))}
          </span>
        </Part>
      </dl>
      <CopyTextButton text={entryForSupport(entry)} label="Copy for support" />
    </article>
  );
}

export function UnknownCode({ explained }: { explained: Explanation }) {
  return (
    <article className={styles.entry} aria-label={explained.name}>
      <h2 className={styles.name}>{explained.name}</h2>
      <p>{explained.what}</p>
      <CopyTextButton text={explained.supportText} label="Copy for support" />
    </article>
  );
}

function Part({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className={styles.title}>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
