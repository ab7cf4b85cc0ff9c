// From where, to where, and who changed it when; ids apart, each with its Copy button.
import type { FlowDetail } from '../../api/bindings/FlowDetail';
import type { FlowRow } from '../../api/bindings/FlowRow';
import type { TechnicalDetail } from '../../api/bindings/TechnicalDetail';
import { CopyField } from '../../kit/CopyField';
import { type Fact, FactList } from '../../kit/FactList';
import { Time } from '../../kit/Time';
import { plural } from '../../lib/number';
import { stateWord, whoWord } from '../../lib/terms';
import { isKnownTime, longDate } from '../../lib/time';
import styles from './PropertiesRail.module.css';

interface PropertiesFactsProps {
  row: FlowRow;
  /** Absent until it has been read. */
  detail: FlowDetail | undefined;
  now: number;
}

export function PropertiesFacts({ row, detail, now }: PropertiesFactsProps) {
  const facts: Fact[] = [{ name: 'State', value: stateWord(row.state) }];
  facts.push({ name: 'From', value: detail?.sourceConnection?.name ?? row.source.name });
  if (detail?.dataset) facts.push({ name: 'To', value: `${detail.dataset.name} (dataset)` });
  if (detail?.mapping) facts.push({ name: 'Mapping', value: mappingWords(detail.mapping) });
  facts.push({ name: 'Updated', value: whenAndWho(row.updatedAt, row.updatedBy, now) });
  facts.push({ name: 'Created', value: whenAndWho(row.createdAt, row.createdBy, now) });
  return (
    <section className={styles.part}>
      <FactList facts={facts} />
    </section>
  );
}

function mappingWords({ lines, version }: NonNullable<FlowDetail['mapping']>): string {
  const words = [
    lines === undefined ? undefined : plural(lines, 'field', 'fields'),
    version === undefined ? undefined : `version ${version}`,
  ].filter((word) => word !== undefined);
  return words.length > 0 ? words.join(', ') : 'not reported';
}

function whenAndWho(at: number | undefined, who: string, now: number) {
  if (!isKnownTime(at)) return 'not reported';
  return (
    <Time at={at}>
      {longDate(at, now)}
      {who && <span title={who}> by {byWord(who)}</span>}
    </Time>
  );
}

function byWord(who: string): string {
  const word = whoWord(who);
  if (word !== who) return `an ${word}`;
  return who === 'You' ? 'you' : who;
}

export function TechnicalDetails({ details }: { details: readonly TechnicalDetail[] }) {
  return (
    <section className={styles.part} aria-label="Technical details">
      <FactList
        look="stacked"
        facts={details.map(({ label, value }) => ({
          name: label,
          value: <CopyField look="plain" value={value} what={label} />,
        }))}
      />
    </section>
  );
}
