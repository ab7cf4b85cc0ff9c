// A value as indented JSON that scrolls in its own place, with one field marked if need be.
import { memo, useEffect, useMemo, useRef } from 'react';
import styles from './JsonView.module.css';
import { type JsonLine, jsonLines } from './jsonLines';

/** Enough to see, quick to draw. */
const SHOWN = 500;

interface JsonViewProps {
  label: string;
  value: unknown;
  /** Path of the field to mark. */
  marked?: string | undefined;
}

export const JsonView = memo(function JsonView({ label, value, marked = '' }: JsonViewProps) {
  const lines = useMemo(() => (value === undefined ? [] : jsonLines(value)), [value]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so a keyboard has to reach it
    <section className={styles.code} tabIndex={0} aria-label={label}>
      {lines.slice(0, SHOWN).map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of a text have no other identity
        <Line key={index} line={line} isMarked={marked !== '' && line.path === marked} />
      ))}
      {lines.length > SHOWN && <div className={styles.more}>… and more</div>}
    </section>
  );
});

function Line({ line, isMarked }: { line: JsonLine; isMarked: boolean }) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isMarked) ref.current?.scrollIntoView({ block: 'nearest' });
  }, [isMarked]);
  return (
    <div
      ref={ref}
      className={styles.line}
      data-marked={isMarked || undefined}
      style={{ paddingInlineStart: 16 + line.indent * 16 }}
    >
      {line.key !== undefined && <span className={styles.key}>{JSON.stringify(line.key)}: </span>}
      <span data-kind={line.kind}>{line.text}</span>
    </div>
  );
}
