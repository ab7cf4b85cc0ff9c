// What to do in the other product, in order.
import { ActionButton, Text, ToastQueue } from '@react-spectrum/s2';
import OpenIn from '@react-spectrum/s2/icons/OpenIn';
import type { SourceInfo } from '../../api/bindings/SourceInfo';
import { useSurroundings } from '../../api/session';
import { transport } from '../../api/transport';
import { Card } from '../../kit/Card';
import styles from './SourceSteps.module.css';

/** An article about webhooks; opens in the browser, outside this window. */
function openGuide(url: string) {
  transport.openExternal(url).catch(() => ToastQueue.negative(`No browser opened. The guide is at ${url}`));
}

interface SourceStepsProps {
  title: string;
  source: SourceInfo;
  /** Side by side where the page is wide, below one another in a column. */
  look: 'columns' | 'list';
}

export function SourceSteps({ title, source, look }: SourceStepsProps) {
  const { practice } = useSurroundings();
  if (practice) return <NothingToDo title={title} />;
  return (
    <Card
      title={title}
      aside={
        <ActionButton isQuiet size="S" onPress={() => openGuide(source.guideUrl)}>
          <OpenIn />
          <Text>{`Open ${source.name}’s guide`}</Text>
        </ActionButton>
      }
    >
      <ol className={styles.steps} data-look={look}>
        {source.instructions.map(({ title: name, detail }, index) => (
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

function NothingToDo({ title }: { title: string }) {
  return (
    <Card title={title}>
      <p className={styles.detail}>
        Nothing to do there in practice mode: the webhook address works on this computer only. Send a test
        event instead, and see it arrive.
      </p>
    </Card>
  );
}
