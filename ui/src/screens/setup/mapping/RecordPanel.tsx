// The record as it would arrive, with the chosen field marked, and whether it fits the schema.

import AlertDiamond from '@react-spectrum/s2/icons/AlertDiamond';
import CheckmarkCircle from '@react-spectrum/s2/icons/CheckmarkCircle';
import { useEffect, useRef } from 'react';
import { Glyph } from '../../../kit/Glyph';
import { Spinner } from '../../../kit/Spinner';
import { CallProblem } from '../../parts/CallProblem';
import styles from './RecordPanel.module.css';
import { type RecordLine, recordLines } from './record';
import type { Mapping } from './useMapping';

/** As with the sample: enough to see, quick to draw. */
const SHOWN = 500;

export function RecordPanel({ mapping, target = '' }: { mapping: Mapping; target?: string | undefined }) {
  const { preview, working, previewError, retry } = mapping;
  const lines = preview ? recordLines(preview.record) : [];
  return (
    <section className={styles.panel} aria-label="Record that arrives">
      <header className={styles.head}>
        <h2 className={styles.title}>Record that arrives</h2>
        <span className={styles.live}>
          {working ? <Spinner size={14} /> : !previewError && <span className={styles.dot} />}
          {working ? 'Working' : !previewError && 'Live'}
        </span>
      </header>
      {previewError ? (
        <div className={styles.trouble}>
          <CallProblem tone="notice" error={previewError} onRetry={retry} />
        </div>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so a keyboard has to reach it
        <section className={styles.code} tabIndex={0} aria-label="The record as JSON">
          {lines.slice(0, SHOWN).map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines of a text have no other identity
            <Line key={index} line={line} isMarked={target !== '' && line.path === target} />
          ))}
          {lines.length > SHOWN && <div className={styles.more}>… and more</div>}
        </section>
      )}
      <footer className={styles.foot}>{preview && <Verdict preview={preview} />}</footer>
    </section>
  );
}

function Line({ line, isMarked }: { line: RecordLine; isMarked: boolean }) {
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

function Verdict({ preview }: { preview: NonNullable<Mapping['preview']> }) {
  const [first, ...rest] = preview.problems;
  if (first !== undefined) {
    return (
      <>
        <Glyph of={AlertDiamond} tone="negative" />
        <ul className={styles.problems}>
          {[first, ...rest].map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      </>
    );
  }
  if (preview.summary.errors > 0) {
    return (
      <>
        <Glyph of={AlertDiamond} tone="negative" />
        <span>Solve the lines marked as errors first</span>
      </>
    );
  }
  return (
    <>
      <Glyph of={CheckmarkCircle} tone="positive" />
      <span>
        Fits the schema
        <span className={styles.by}>
          {preview.byPlatform ? 'worked out by Experience Platform' : 'worked out on this computer'}
        </span>
      </span>
    </>
  );
}
