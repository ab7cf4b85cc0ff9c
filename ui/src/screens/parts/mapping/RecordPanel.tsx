// The record as it would arrive, with the chosen field marked, and whether it fits the schema.

import AlertDiamond from '@react-spectrum/s2/icons/AlertDiamond';
import CheckmarkCircle from '@react-spectrum/s2/icons/CheckmarkCircle';
import { memo } from 'react';
import { Glyph } from '../../../kit/Glyph';
import { JsonView } from '../../../kit/JsonView';
import { Spinner } from '../../../kit/Spinner';
import { CallProblem } from '../CallProblem';
import styles from './RecordPanel.module.css';
import type { Mapping } from './useMapping';

interface RecordPanelProps extends Pick<Mapping, 'preview' | 'working' | 'previewError' | 'retry'> {
  /** Path of the chosen field. */
  target?: string | undefined;
}

export const RecordPanel = memo(function RecordPanel(props: RecordPanelProps) {
  const { preview, working, previewError, retry, target = '' } = props;
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
        <JsonView label="The record as JSON" value={preview?.record} marked={target} />
      )}
      <footer className={styles.foot}>{preview && <Verdict preview={preview} />}</footer>
    </section>
  );
});

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
