// Field groups that exist, to be part of a new schema: those that go with its class.

import { Checkbox, CheckboxGroup, SearchField } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SchemaClass } from '../../api/bindings/SchemaClass';
import { fieldGroupsQuery } from '../../api/schemaQueries';
import { useSession } from '../../api/session';
import words from '../../kit/words.module.css';
import { CallProblem } from '../parts/CallProblem';
import { Reading } from '../parts/Reading';
import styles from './schemas.module.css';

const SHOWN = 60;

interface GroupsChoiceProps {
  kind: SchemaClass;
  chosen: string[];
  onChange: (chosen: string[]) => void;
  message: string | undefined;
}

export function GroupsChoice({ kind, chosen, onChange, message }: GroupsChoiceProps) {
  const session = useSession();
  const { data: groups, error, refetch } = useQuery(fieldGroupsQuery(session.key));
  const [q, setQ] = useState('');
  const retry = () => void refetch();
  if (error && !groups) return <CallProblem error={error} onRetry={retry} />;
  if (!groups) return <Reading look="inside" what="the field groups" onRetry={retry} />;
  const fitting = groups.filter(({ events, profiles }) => (kind === 'event' ? events : profiles));
  if (fitting.length === 0) {
    return <p className={words.second}>There is no field group that goes with this kind of schema.</p>;
  }
  const wanted = q.trim().toLowerCase();
  const matching = fitting.filter(
    ({ id, title, description }) =>
      chosen.includes(id) || `${title} ${description}`.toLowerCase().includes(wanted),
  );
  const shown = matching.slice(0, SHOWN);
  return (
    <div className={styles.stack}>
      {fitting.length > 8 && (
        <SearchField
          aria-label="Search field groups"
          placeholder="Search field groups"
          value={q}
          onChange={setQ}
          styles={style({ width: 260 })}
        />
      )}
      <CheckboxGroup
        label="Field groups"
        value={chosen}
        onChange={onChange}
        isInvalid={message !== undefined}
        errorMessage={message ?? ''}
      >
        {shown.map(({ id, title, description, own }) => (
          <div key={id}>
            <Checkbox value={id}>{title}</Checkbox>
            <p className={words.under}>
              {own ? 'Your organisation’s' : 'Adobe’s'}
              {description !== '' && ` · ${description}`}
            </p>
          </div>
        ))}
      </CheckboxGroup>
      {matching.length > shown.length && (
        <p className={words.second}>
          {shown.length} of {matching.length} shown. Search to see others.
        </p>
      )}
    </div>
  );
}
