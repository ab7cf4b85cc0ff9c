// The webhook address of this dataflow, behind one Copy button. It lets anyone write, so it shows here, with
// its own dataflow, and nowhere else.
import type { WebhookAddress } from '../../api/bindings/WebhookAddress';
import { CopyField } from '../../kit/CopyField';
import { TERMS } from '../../lib/terms';
import styles from './PropertiesRail.module.css';

export function PropertiesAddress({ address }: { address: WebhookAddress }) {
  return (
    <section className={styles.part}>
      <div className={styles.partHead}>
        <h3 className={styles.partTitle}>{TERMS.webhookUrl}</h3>
      </div>
      <CopyField value={address.endpoint + address.query} what="webhook address" />
    </section>
  );
}
