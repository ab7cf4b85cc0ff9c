// Other objects that a resource uses or is used by, each a link to its page.

import { type ReactNode, useState } from 'react';
import type { AppError } from '../../../api/bindings/AppError';
import type { ResourceLink } from '../../../api/bindings/ResourceLink';
import { Card } from '../../../kit/Card';
import words from '../../../kit/words.module.css';
import { plural } from '../../../lib/number';
import { CallProblem } from '../CallProblem';
import { KIND_WORDS } from './kindWords';
import styles from './LinksCard.module.css';
import { ObjectLink } from './ObjectLink';

const SHOWN = 8;

interface LinksCardProps {
  title: 'Used by' | 'Uses';
  links: readonly ResourceLink[] | undefined;
  /** Why they could not be read. */
  problem?: AppError | undefined;
  onRetry: () => void;
  /** Said when there are none. */
  none: string;
  children?: ReactNode;
}

export function LinksCard({ title, links, problem, onRetry, none, children }: LinksCardProps) {
  return (
    <Card title={title}>
      {problem && <CallProblem tone="notice" error={problem} onRetry={onRetry} />}
      {links && (links.length > 0 || !children) && <LinkList links={links} none={none} />}
      {children}
    </Card>
  );
}

/** The links; beyond a few, the rest on a press. */
export function LinkList({ links, none }: { links: readonly ResourceLink[]; none?: string }) {
  const [all, setAll] = useState(false);
  if (links.length === 0) return <p className={words.second}>{none}</p>;
  const shown = all ? links : links.slice(0, SHOWN);
  const kinds = new Set(links.map(({ kind }) => kind));
  return (
    <div className={styles.uses}>
      <ul>
        {shown.map(({ kind, id, name }) => (
          <li key={`${kind} ${id}`}>
            {kind !== 'dataflow' && <span className={styles.kind}>{KIND_WORDS[kind].label}</span>}
            <ObjectLink kind={kind} id={id} className={styles.link} title={name}>
              {name}
            </ObjectLink>
          </li>
        ))}
      </ul>
      {shown.length < links.length && (
        <button type="button" className={styles.more} onClick={() => setAll(true)}>
          Show all {kinds.size === 1 ? counted(links) : links.length}
        </button>
      )}
    </div>
  );
}

function counted(links: readonly ResourceLink[]): string {
  const words = KIND_WORDS[links[0]?.kind ?? 'dataflow'];
  return plural(links.length, words.one, words.many);
}
