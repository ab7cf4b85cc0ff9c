// What to do in the other product, in order.
import { ActionButton, Text, ToastQueue } from '@react-spectrum/s2';
import OpenIn from '@react-spectrum/s2/icons/OpenIn';
import type { Instruction } from '../../api/bindings/Instruction';
import { useSurroundings } from '../../api/session';
import { transport } from '../../api/transport';
import { Card } from '../../kit/Card';
import styles from './PendoSteps.module.css';

/** Pendo's own article about webhooks; opens in the browser, outside this window. */
const GUIDE = 'https://support.pendo.io/hc/en-us/articles/360032285012-Webhooks';

function openGuide() {
  transport
    .openExternal(GUIDE)
    .catch(() => ToastQueue.negative(`No browser opened. The guide is at ${GUIDE}`));
}

interface PendoStepsProps {
  title: string;
  steps: readonly Instruction[];
  /** Side by side where the page is wide, below one another in a column. */
  look: 'columns' | 'list';
}

export function PendoSteps({ title, steps, look }: PendoStepsProps) {
  const { practice } = useSurroundings();
  if (practice) return <NothingInPendo title={title} />;
  return (
    <Card
      title={title}
      aside={
        <ActionButton isQuiet size="S" onPress={openGuide}>
          <OpenIn />
          <Text>Open Pendo’s guide</Text>
        </ActionButton>
      }
    >
      <ol className={styles.steps} data-look={look}>
        {steps.map(({ title: name, detail }, index) => (
          <li key={name} className={styles.step}>
            <span className={styles.number} aria-hidden="true">
              {index + 1}
            </span>
            <div>
              <div className={styles.name}>{name}</div>
              <div className={styles.detail}>{detail}</div>
            </div>
          </li>
        ))}
      </ol>
    </Card>
  );
}

function NothingInPendo({ title }: { title: string }) {
  return (
    <Card title={title}>
      <p className={styles.detail}>
        Nothing to do there in practice mode: the webhook address works on this computer only. Send a test
        event instead, and see it arrive.
      </p>
    </Card>
  );
}
