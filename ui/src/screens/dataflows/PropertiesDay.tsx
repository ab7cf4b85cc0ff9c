// Sum and shape of the last 24 hours.
import type { FlowDay } from '../../api/bindings/FlowDay';
import { useNow } from '../../api/clock';
import { type Figure, Figures } from '../../kit/Figures';
import { daySentence, MiniChart } from '../../kit/MiniChart';
import { countOrDash, formatRate } from '../../lib/number';
import { TERMS } from '../../lib/terms';
import { longDate } from '../../lib/time';
import styles from './PropertiesRail.module.css';

export function PropertiesDay({ day }: { day: FlowDay | undefined }) {
  const now = useNow(60_000);
  const since = day?.hours[0]?.start;
  return (
    <section className={styles.part}>
      <div className={styles.partHead}>
        <h3 className={styles.partTitle}>Last 24 hours</h3>
        {since !== undefined && (
          <span className={styles.since}>from {longDate(since, now).toLowerCase()}</span>
        )}
      </div>
      {day ? <Numbers day={day} /> : <div className={styles.room} />}
    </section>
  );
}

function Numbers({ day }: { day: FlowDay }) {
  const { received, ingested, failed } = day.total;
  const failedFigure: Figure = { name: TERMS.failed, value: countOrDash(failed) };
  if (failed) failedFigure.tone = day.status.kind === 'failing' ? 'negative' : 'notice';
  return (
    <>
      <Figures
        figures={[
          { name: TERMS.ingested, value: countOrDash(ingested) },
          failedFigure,
          { name: 'Rate', value: formatRate(ingested, received) },
        ]}
      />
      <div className={styles.chart}>
        <MiniChart hours={day.hours} width={239} height={56} label={daySentence(day.hours)} />
      </div>
    </>
  );
}
