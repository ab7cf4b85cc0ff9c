// The fields that a sample suggests: which to keep, under which name, of which type. Only the lines in view are
// drawn, so that thousands of fields can be edited.
import { Checkbox, Picker, PickerItem, TextField } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useMemo, useRef } from 'react';
import type { SampleShape } from '../../api/bindings/SampleShape';
import type { ShapeField } from '../../api/bindings/ShapeField';
import type { ShapeHint } from '../../api/bindings/ShapeHint';
import { SHAPE_WORDS, SIMPLE_KINDS, shapeWord } from './kinds';
import styles from './schemas.module.css';
import { inSchema } from './values';

const ROW_HEIGHT = 64;
const INDENT = 16;

interface ShapeTableProps {
  shape: SampleShape;
  problems: ReadonlyMap<number, string>;
  onChange: (place: number, part: Partial<ShapeField>) => void;
}

export function ShapeTable({ shape, problems, onChange }: ShapeTableProps) {
  const { fields, hints } = shape;
  const scroller = useRef<HTMLElement>(null);
  const inside = useMemo(() => inSchema(fields), [fields]);
  const virtual = useVirtualizer({
    count: fields.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 6,
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so a keyboard has to reach it
    <section ref={scroller} className={styles.shapeScroll} tabIndex={0} aria-label="Fields of the new schema">
      <div className={styles.shapeHead} aria-hidden="true">
        <span>In the event</span>
        <span>Name in the schema</span>
        <span>Type</span>
      </div>
      <div style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const field = fields[index];
          if (!field) return null;
          return (
            <div
              key={index}
              className={styles.shapeRow}
              style={{ height: ROW_HEIGHT, transform: `translateY(${start}px)` }}
            >
              <ShapeRow
                field={field}
                hint={hints[index]}
                place={index}
                inside={inside[index] ?? false}
                problem={problems.get(index)}
                onChange={onChange}
              />
            </div>
          );
        })}
      </div>
    </section>
  );
}

interface ShapeRowProps {
  field: ShapeField;
  hint: ShapeHint | undefined;
  place: number;
  inside: boolean;
  problem: string | undefined;
  onChange: (place: number, part: Partial<ShapeField>) => void;
}

const ShapeRow = memo(function ShapeRow({ field, hint, place, inside, problem, onChange }: ShapeRowProps) {
  const { key, name, depth, kind, list, included } = field;
  const shown = key === '' ? '(empty key)' : key;
  return (
    <>
      <span className={styles.keep} style={{ paddingInlineStart: depth * INDENT }}>
        <Checkbox
          aria-label={`Keep ${shown}`}
          isSelected={included}
          onChange={(kept) => onChange(place, { included: kept })}
        />
        <span className={styles.sampleKey} title={`${shown}: ${hint?.preview ?? ''}`}>
          <span>{shown}</span>
          <span className={styles.preview}>{hint?.preview}</span>
        </span>
      </span>
      <TextField
        aria-label={`Name of ${shown}`}
        size="S"
        value={name}
        onChange={(next) => onChange(place, { name: next })}
        isDisabled={!inside}
        isInvalid={problem !== undefined}
        validationBehavior="aria"
        styles={style({ width: 'full' })}
      />
      {kind === 'object' ? (
        <span className={styles.kindWord}>{shapeWord(field)}</span>
      ) : (
        <Picker
          aria-label={`Type of ${shown}`}
          size="S"
          selectedKey={kind}
          onSelectionChange={(chosen) => {
            const next = SIMPLE_KINDS.find((one) => one === chosen);
            if (next) onChange(place, { kind: next });
          }}
          isDisabled={!inside}
          styles={style({ width: 'full' })}
        >
          {SIMPLE_KINDS.map((one) => (
            <PickerItem key={one} id={one}>
              {list ? shapeWord({ kind: one, list }) : SHAPE_WORDS[one]}
            </PickerItem>
          ))}
        </Picker>
      )}
      <span
        className={styles.note}
        data-error={problem === undefined ? undefined : true}
        title={problem ?? hint?.note}
      >
        {problem ?? hint?.note}
      </span>
    </>
  );
});
