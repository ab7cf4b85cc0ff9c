// No dataflow yet: one action, and three facts that take away fear.
import { Button } from '@react-spectrum/s2';
import { useNavigate } from '@tanstack/react-router';
import { EmptyState } from '../../kit/EmptyState';
import styles from './EmptyDataflows.module.css';
import { EmptyPicture } from './EmptyPicture';

const FACTS = [
  { title: 'About 5 minutes', text: 'to a working webhook address' },
  { title: '1 to 2 hours', text: 'until the first run shows' },
  { title: 'Nothing half-made', text: 'if it stops, resume or undo it' },
];

export function EmptyDataflows({ sandbox, why }: { sandbox: string; why: string | undefined }) {
  const navigate = useNavigate();
  return (
    <div className={styles.place}>
      <EmptyState
        picture={<EmptyPicture />}
        title={`Connect Pendo to ${sandbox}`}
        text={
          why ??
          'Give it a name. Inlet makes the schema, dataset and mapping, and hands you the webhook address to paste into Pendo.'
        }
        actions={
          <Button
            variant="accent"
            size="L"
            isDisabled={why !== undefined}
            onPress={() => void navigate({ to: '/dataflows/new' })}
          >
            Connect Pendo
          </Button>
        }
        facts={FACTS}
      />
    </div>
  );
}
