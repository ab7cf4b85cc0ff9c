// Someone else changed the same: what it was, theirs and yours, side by side. Only what clashes asks.
import {
  Button,
  ButtonGroup,
  Content,
  Dialog,
  DialogContainer,
  Heading,
  Radio,
  RadioGroup,
} from '@react-spectrum/s2';
import { useState } from 'react';
import type { FlowField } from '../../api/bindings/FlowField';
import type { FlowValues } from '../../api/bindings/FlowValues';
import type { UpdateReply } from '../../api/bindings/UpdateReply';
import { useNow } from '../../api/clock';
import { Time } from '../../kit/Time';
import { NOTHING } from '../../lib/number';
import { whoWord } from '../../lib/terms';
import { dateInSentence, longDate } from '../../lib/time';
import { useWhyNoWrite } from '../parts/useWhyNoWrite';
import styles from './ConflictDialog.module.css';

const LABELS: Record<FlowField, string> = {
  name: 'Name',
  description: 'Description',
  mapping: 'Mapping',
  schedule: 'Schedule',
};
const FIELDS: readonly FlowField[] = ['name', 'description', 'mapping', 'schedule'];

interface ConflictDialogProps {
  original: FlowValues;
  yours: FlowValues;
  conflict: Extract<UpdateReply, { kind: 'conflict' }>;
  busy: boolean;
  onSave: (wanted: FlowValues) => void;
  onDiscard: () => void;
  onClose: () => void;
}

export function ConflictDialog(props: ConflictDialogProps) {
  const { original, yours, conflict, busy, onSave, onDiscard, onClose } = props;
  const noWrite = useWhyNoWrite() !== undefined;
  const now = useNow(60_000);
  const { theirs, clashes, merged } = conflict;
  const [chosen, setChosen] = useState<Partial<Record<FlowField, 'theirs' | 'yours'>>>({});
  const open = clashes.filter((field) => chosen[field] === undefined);
  const mine = FIELDS.filter((field) =>
    clashes.includes(field)
      ? chosen[field] === 'yours'
      : !merged.includes(field) && shown(yours, field) !== shown(original, field),
  );
  const wanted: FlowValues = {
    ...theirs.values,
    ...Object.fromEntries(mine.map((field) => [field, yours[field]])),
  };
  return (
    <DialogContainer onDismiss={onClose}>
      <Dialog size="XL">
        <Heading slot="title">Someone else changed this</Heading>
        <Content>
          <div className={styles.body}>
            <p>
              {theirs.updatedBy !== '' && (
                <strong title={theirs.updatedBy}>{whoWord(theirs.updatedBy)}</strong>
              )}
              {theirs.updatedBy === '' ? 'Somebody' : ''} saved it{' '}
              <Time at={theirs.updatedAt}>{dateInSentence(theirs.updatedAt, now)}</Time>, after you had begun
              to edit. Nothing of yours was sent.
            </p>
            {clashes.map((field) => (
              <div key={field} className={styles.clash}>
                <RadioGroup
                  label={LABELS[field]}
                  description={`When you opened it: ${shown(original, field)}`}
                  value={chosen[field] ?? null}
                  onChange={(side) =>
                    setChosen({ ...chosen, [field]: side === 'yours' ? 'yours' : 'theirs' })
                  }
                >
                  <Radio value="theirs">Theirs: {shown(theirs.values, field)}</Radio>
                  <Radio value="yours">Yours: {shown(yours, field)}</Radio>
                </RadioGroup>
              </div>
            ))}
            <section className={styles.saved} aria-label="What will be saved">
              <strong>What will be saved</strong>
              <dl>
                {FIELDS.filter((field) => field in wanted).map((field) => (
                  <div key={field}>
                    <dt>{LABELS[field]}</dt>
                    <dd>
                      {open.includes(field) ? 'Choose one above' : shown(wanted, field)}
                      {merged.includes(field) && (
                        <span className={styles.reason}> theirs, merged for you</span>
                      )}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
            {open.length > 0 && (
              <p
                className={styles.reason}
              >{`Choose the ${open.map((field) => LABELS[field].toLowerCase()).join(' and the ')} to save.`}</p>
            )}
          </div>
        </Content>
        <ButtonGroup>
          <Button variant="secondary" onPress={onDiscard}>
            Discard mine
          </Button>
          <Button
            variant="accent"
            isDisabled={open.length > 0 || noWrite}
            isPending={busy}
            onPress={() => onSave(wanted)}
          >
            Save merged dataflow
          </Button>
        </ButtonGroup>
      </Dialog>
    </DialogContainer>
  );
}

function shown(values: FlowValues, field: FlowField): string {
  switch (field) {
    case 'mapping':
      return values.mapping ? `Version ${values.mapping.version}` : NOTHING;
    case 'schedule': {
      if (!values.schedule) return NOTHING;
      const { frequency, interval, startsAt } = values.schedule;
      const pace = interval === undefined ? frequency : `every ${interval} × ${frequency}`;
      return `${pace}, from ${longDate(startsAt, 0)}`;
    }
    default:
      return values[field] === '' ? NOTHING : values[field];
  }
}
