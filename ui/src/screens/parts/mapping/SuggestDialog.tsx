// Lines that suggest themselves for fields that nothing fills yet, each with its reason; all are chosen at first.
import { Button, ButtonGroup, Checkbox, Content, Dialog, Heading } from '@react-spectrum/s2';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { MappingLine } from '../../../api/bindings/MappingLine';
import { useSession } from '../../../api/session';
import { suggestionsQuery } from '../../../api/setupQueries';
import { plural } from '../../../lib/number';
import { CallProblem } from '../CallProblem';
import { Reading } from '../Reading';
import styles from './LinesMenu.module.css';
import { freshSuggestions, whySuggested } from './suggestions';
import type { Mapping } from './useMapping';

interface SuggestDialogProps {
  mapping: Mapping;
  onTake: (lines: readonly MappingLine[]) => void;
  onClose: () => void;
}

export function SuggestDialog({ mapping, onTake, onClose }: SuggestDialogProps) {
  const session = useSession();
  const { data, error, refetch } = useQuery(
    suggestionsQuery(session.key, {
      source: mapping.source,
      destination: mapping.destination,
      sample: mapping.text,
      event: mapping.event,
    }),
  );
  const [refused, setRefused] = useState<readonly string[]>([]);
  const fresh = freshSuggestions(data ?? [], mapping.lines);
  const taken = fresh.filter(({ target }) => !refused.includes(target));
  const toggle = (target: string, on: boolean) =>
    setRefused((before) => [...before.filter((other) => other !== target), ...(on ? [] : [target])]);
  return (
    <Dialog size="L">
      <Heading slot="title">Suggested field mappings</Heading>
      <Content>
        <div className={styles.content}>
          {error && <CallProblem error={error} onRetry={() => void refetch()} />}
          {!data && !error && <Reading what="the fields" onRetry={() => void refetch()} />}
          {data && fresh.length === 0 && (
            <p>
              Nothing more suggests itself: no field of this sample has the name and the type of a field that
              is not filled.
            </p>
          )}
          {fresh.length > 0 && (
            <ul className={styles.suggested}>
              {fresh.map((line) => (
                <li key={line.target}>
                  <Checkbox
                    isSelected={!refused.includes(line.target)}
                    onChange={(on) => toggle(line.target, on)}
                  >
                    {line.target}
                  </Checkbox>
                  <span className={styles.why}>{whySuggested(line)}</span>
                </li>
              ))}
            </ul>
          )}
        </div>
      </Content>
      <ButtonGroup>
        <Button variant="secondary" onPress={onClose}>
          Cancel
        </Button>
        <Button
          variant="accent"
          isDisabled={taken.length === 0}
          onPress={() => {
            onTake(taken);
            onClose();
          }}
        >
          {`Add ${plural(taken.length, 'field mapping', 'field mappings')}`}
        </Button>
      </ButtonGroup>
    </Dialog>
  );
}
