// A draft that was made elsewhere: it takes no events until it is published.
import { Button, ToastQueue } from '@react-spectrum/s2';
import Edit from '@react-spectrum/s2/icons/Edit';
import type { FlowDetail } from '../../api/bindings/FlowDetail';
import { useWrite } from '../../api/mutations';
import { Glyph } from '../../kit/Glyph';
import { Strip } from '../../kit/Strip';
import { CallProblem } from '../parts/CallProblem';
import { useWhyNoWrite } from '../parts/useWhyNoWrite';
import styles from './DraftPanel.module.css';

export function DraftPanel({ flow }: { flow: FlowDetail }) {
  const { mutate, isPending, error } = useWrite('publish_flow');
  const offline = useWhyNoWrite();
  if (flow.row.state.kind !== 'draft') return null;
  const why = offline ?? (flow.mapping ? undefined : 'It has no mapping yet, so it cannot be published');
  const publish = () =>
    mutate(
      { flowId: flow.row.id },
      { onSuccess: () => ToastQueue.positive(`${flow.row.name} was published`, { timeout: 5000 }) },
    );
  return (
    <div className={styles.place}>
      <Strip>
        <Glyph of={Edit} size={16} />
        <span className={styles.words}>
          <strong>This is a draft.</strong> It takes no events until it is published. Publishing gives it a
          webhook address and switches it on; its connections are published with it.
        </span>
        <span className={styles.press}>
          {why !== undefined && <span className={styles.reason}>{why}</span>}
          <Button
            size="S"
            variant="accent"
            onPress={publish}
            isPending={isPending}
            isDisabled={why !== undefined}
          >
            Publish dataflow
          </Button>
        </span>
      </Strip>
      {error && <CallProblem error={error} onRetry={publish} />}
    </div>
  );
}
