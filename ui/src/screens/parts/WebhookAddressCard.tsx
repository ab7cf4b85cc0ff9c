// The webhook address, whole: what goes into the source. Shown with its own dataflow and nowhere else, because it
// lets anyone write.
import type { WebhookAddress } from '../../api/bindings/WebhookAddress';
import { Card } from '../../kit/Card';
import { CopyTextButton } from '../../kit/CopyButton';
import styles from './WebhookAddressCard.module.css';

interface WebhookAddressCardProps {
  title: string;
  address: WebhookAddress;
  /** Name of the source. */
  source: string;
  /** On the page where copying is what to do next, Copy is its largest thing. */
  isNextStep?: boolean;
}

export function WebhookAddressCard({ title, address, source, isNextStep = false }: WebhookAddressCardProps) {
  return (
    <Card title={title} aside={<span className={styles.aside}>Complete, nothing to add</span>}>
      <div className={styles.row}>
        <div className={styles.address}>
          <code className={styles.endpoint}>{address.endpoint}</code>
          {/* On its own line and bold, so that nobody drops it. */}
          <code className={styles.query}>{address.query}</code>
        </div>
        <CopyTextButton
          text={address.endpoint + address.query}
          label="Copy address"
          variant={isNextStep ? 'accent' : 'primary'}
          size={isNextStep ? 'XL' : 'M'}
        />
      </div>
      <p className={styles.note}>
        Whoever has this address can send events. Keep it between you and {source}.
      </p>
    </Card>
  );
}
