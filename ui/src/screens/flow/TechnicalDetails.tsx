// Ids and the like, each with Copy: what an Adobe administrator or support asks for.
import type { FlowDetail } from '../../api/bindings/FlowDetail';
import { CopyField } from '../../kit/CopyField';
import { Requests } from './Requests';
import styles from './TechnicalDetails.module.css';

export function TechnicalDetails({ flow }: { flow: FlowDetail }) {
  return (
    <div className={styles.place}>
      <p className={styles.lead}>
        What support or your Adobe administrator may ask for. None of it is a secret.
      </p>
      <dl className={styles.list}>
        {flow.technical.map(({ label, value }) => (
          <div key={label} className={styles.row}>
            <dt className={styles.label}>{label}</dt>
            <dd className={styles.value}>
              <CopyField look="plain" value={value} what={label} />
            </dd>
          </div>
        ))}
      </dl>
      <Requests flowId={flow.row.id} />
    </div>
  );
}
