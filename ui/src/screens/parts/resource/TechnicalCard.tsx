// Ids and the like, each with Copy, and the object as Adobe shows it for those who want to see all of it.
import { Disclosure, DisclosurePanel, DisclosureTitle } from '@react-spectrum/s2';
import type { UseQueryResult } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { TechnicalDetail } from '../../../api/bindings/TechnicalDetail';
import { Card } from '../../../kit/Card';
import { CopyTextButton } from '../../../kit/CopyButton';
import { CopyField } from '../../../kit/CopyField';
import { FactList } from '../../../kit/FactList';
import { CallProblem } from '../CallProblem';
import { Reading } from '../Reading';
import styles from './TechnicalCard.module.css';

interface TechnicalCardProps {
  technical: readonly TechnicalDetail[];
  /** What Adobe shows, drawn once somebody asks for it. */
  raw?: ReactNode;
}

export function TechnicalCard({ technical, raw }: TechnicalCardProps) {
  const [open, setOpen] = useState(false);
  return (
    <Card title="Technical details">
      <FactList
        look="stacked"
        facts={technical.map(({ label, value }) => ({
          name: label,
          value: <CopyField look="plain" value={value} what={label} />,
        }))}
      />
      {raw !== undefined && (
        <div className={styles.raw}>
          <Disclosure isQuiet size="S" isExpanded={open} onExpandedChange={setOpen}>
            <DisclosureTitle>As Adobe shows it (JSON)</DisclosureTitle>
            <DisclosurePanel>{open && raw}</DisclosurePanel>
          </Disclosure>
        </div>
      )}
    </Card>
  );
}

/** The text of an object, with Copy. */
export function RawJson({ query }: { query: UseQueryResult<{ text: string }> }) {
  const retry = () => void query.refetch();
  if (query.error) return <CallProblem error={query.error} onRetry={retry} />;
  if (!query.data) return <Reading what="the JSON" onRetry={retry} />;
  return (
    <div className={styles.text}>
      <CopyTextButton text={query.data.text} label="Copy JSON" />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so a keyboard has to reach it */}
      <section className={styles.code} tabIndex={0} aria-label="JSON">
        <pre>{query.data.text}</pre>
      </section>
    </div>
  );
}
