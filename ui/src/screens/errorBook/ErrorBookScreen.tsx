// What Adobe's error codes mean: searchable, without a session and without a network.
import { SearchField } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { BookEntry } from '../../api/bindings/BookEntry';
import { errorBookQuery, explainCodeQuery } from '../../api/overviewQueries';
import { PageHeading } from '../../kit/PageHeading';
import { useDebounced } from '../../kit/useDebounced';
import { plural } from '../../lib/number';
import { CallProblem } from '../parts/CallProblem';
import type { BookSearch } from './bookSearch';
import { byService, codesInShort, SERVICE_WORDS } from './bookWords';
import { EntryDetail, UnknownCode } from './EntryDetail';
import styles from './ErrorBookScreen.module.css';

const REST_MS = 200;

export function ErrorBookScreen() {
  const search: BookSearch = useSearch({ from: '/error-book' });
  const navigate = useNavigate();
  const [typed, setTyped] = useState(search.q ?? '');
  const q = useDebounced(typed, REST_MS);
  useEffect(() => {
    void navigate({
      to: '/error-book',
      search: ({ q: _, ...rest }: BookSearch) => (q ? { ...rest, q } : rest),
      replace: true,
    });
  }, [q, navigate]);
  const book = useQuery(errorBookQuery(q));
  const whole = useQuery(errorBookQuery(''));
  const entries = book.data ?? [];
  const selected = search.code ? find(whole.data ?? [], search.code, search.service) : undefined;
  return (
    <div className={styles.screen}>
      <header className={styles.head}>
        <PageHeading>Error book</PageHeading>
        <p className={styles.about}>
          What Adobe’s codes mean, whose they are, and what to do. Works offline.
        </p>
      </header>
      <div className={styles.tools}>
        <SearchField
          aria-label="Search the error book"
          placeholder="Search codes and words"
          value={typed}
          onChange={setTyped}
          styles={style({ width: 320, maxWidth: 'full' })}
        />
        <span className={styles.count} aria-live="polite">
          {book.data && (entries.length > 0 ? plural(entries.length, 'entry', 'entries') : 'No matches')}
        </span>
      </div>
      <div className={styles.columns}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls */}
        <section className={styles.list} tabIndex={0} aria-label="Entries">
          {book.error && <CallProblem error={book.error} onRetry={() => void book.refetch()} />}
          {byService(entries).map(([service, group]) => (
            <section key={service} aria-label={SERVICE_WORDS[service]}>
              <h2 className={styles.service}>{SERVICE_WORDS[service]}</h2>
              <ul>
                {group.map((entry) => (
                  <EntryLine key={entry.codes[0]} entry={entry} current={entry === selected} />
                ))}
              </ul>
            </section>
          ))}
          {book.data && entries.length === 0 && <NoMatch q={q} onClear={() => setTyped('')} />}
        </section>
        <div className={styles.detail}>
          {selected ? (
            <EntryDetail entry={selected} />
          ) : search.code && whole.data ? (
            <Explained code={search.code} />
          ) : (
            <p className={styles.hint}>Choose an entry to read what happened and what to do next.</p>
          )}
        </div>
      </div>
    </div>
  );
}

function EntryLine({ entry, current }: { entry: BookEntry; current: boolean }) {
  return (
    <li>
      <Link
        to="/error-book"
        search={({ q }: BookSearch) => ({
          ...(q && { q }),
          code: entry.codes[0] ?? '',
          service: entry.service,
        })}
        replace
        className={styles.line}
        aria-current={current ? 'true' : undefined}
      >
        <span className={styles.name}>{entry.name}</span>
        <code className={styles.code}>{codesInShort(entry)}</code>
      </Link>
    </li>
  );
}

/** A code that an address names and that no entry is called by. */
function Explained({ code }: { code: string }) {
  const { data } = useQuery(explainCodeQuery(code));
  return data ? <UnknownCode explained={data} /> : null;
}

function NoMatch({ q, onClear }: { q: string; onClear: () => void }) {
  return (
    <div className={styles.none}>
      <p>
        Nothing in the book holds “{q}”. A code that is not here is not documented by Adobe: copy it for
        support from where it was shown.
      </p>
      <button type="button" className={styles.clear} onClick={onClear}>
        Show the whole book
      </button>
    </div>
  );
}

function find(
  entries: readonly BookEntry[],
  code: string,
  service: string | undefined,
): BookEntry | undefined {
  const wanted = code.replace(/^FLOW-/i, '').toLowerCase();
  const called = entries.filter(({ codes }) => codes.some((known) => known.toLowerCase() === wanted));
  return called.find((entry) => entry.service === service) ?? (service ? undefined : called[0]);
}
