// A number that may be a moment, read both ways: whoever maps it sees which one is meant.
import { ActionButton } from '@react-spectrum/s2';
import Checkmark from '@react-spectrum/s2/icons/Checkmark';
import type { MappingSource } from '../../../api/bindings/MappingSource';
import type { MomentUnit } from '../../../api/bindings/MomentUnit';
import type { SourceField } from '../../../api/bindings/SourceField';
import { Glyph } from '../../../kit/Glyph';
import styles from './MomentChoice.module.css';

const KINDS = { seconds: 'seconds_to_date', milliseconds: 'milliseconds_to_date' } as const;
const UNITS: readonly MomentUnit[] = ['seconds', 'milliseconds'];

interface MomentChoiceProps {
  field: SourceField;
  source: MappingSource;
  onChange: (source: MappingSource) => void;
}

export function MomentChoice({ field: { path, preview, moment }, source, onChange }: MomentChoiceProps) {
  if (!moment) return null;
  return (
    <section className={styles.choice} aria-label={`${preview} as a date`}>
      <p className={styles.lead}>
        <strong>{preview}</strong> counts {moment.unit}, by its size.
      </p>
      {UNITS.map((unit) => {
        const isChosen = source.kind === KINDS[unit];
        return (
          <div key={unit} className={styles.way} data-likely={unit === moment.unit || undefined}>
            <span className={styles.unit}>In {unit}</span>
            <span className={styles.reads}>{moment[unit]}</span>
            {isChosen ? (
              <span className={styles.chosen}>
                <Glyph of={Checkmark} size={14} tone={unit === moment.unit ? 'positive' : 'notice'} />
                Chosen
              </span>
            ) : (
              <ActionButton size="S" onPress={() => onChange({ kind: KINDS[unit], path })}>
                {`Read as ${unit}`}
              </ActionButton>
            )}
          </div>
        );
      })}
    </section>
  );
}
