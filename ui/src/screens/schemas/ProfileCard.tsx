// Enabling a schema for Profile: asked twice, because nobody can undo it.

import { AlertDialog, Button, DialogTrigger, ToastQueue } from '@react-spectrum/s2';
import type { SchemaDetail } from '../../api/bindings/SchemaDetail';
import { useWrite } from '../../api/mutations';
import { Card } from '../../kit/Card';
import words from '../../kit/words.module.css';
import { CallProblem } from '../parts/CallProblem';
import { useWhyNoWrite } from '../parts/useWhyNoWrite';
import styles from './schemas.module.css';

export function ProfileCard({ schema }: { schema: SchemaDetail }) {
  const { row, identities } = schema;
  const enable = useWrite('enable_profile');
  const offline = useWhyNoWrite();
  const primary = identities.some(({ role }) => role === 'primary');
  const whyNot = offline ?? (primary ? undefined : 'Mark a field as primary identity first.');
  const press = () =>
    enable.mutate(
      { schemaId: row.id },
      { onSuccess: () => ToastQueue.positive(`${row.name} is enabled for Profile`, { timeout: 5000 }) },
    );
  return (
    <Card title="Profile">
      {row.profile ? (
        <p className={words.second}>
          This schema is enabled for Profile: records of datasets that are enabled too become part of the
          profiles of the people they are about. That cannot be undone.
        </p>
      ) : (
        <div className={styles.stack}>
          <p className={words.second}>
            Not enabled. Events are ingested all the same; they do not become part of anybody’s profile.
          </p>
          {enable.error && <CallProblem error={enable.error} onRetry={press} />}
          <span className={styles.line}>
            <DialogTrigger>
              <Button size="S" variant="secondary" isDisabled={whyNot !== undefined || enable.isPending}>
                Enable for Profile
              </Button>
              <AlertDialog
                variant="warning"
                title="This cannot be undone"
                primaryActionLabel="Enable for Profile"
                cancelLabel="Leave it as it is"
                autoFocusButton="cancel"
                onPrimaryAction={press}
              >
                Once {row.name} is enabled for Profile, nobody can switch that off again, change its primary
                identity or delete the schema.
              </AlertDialog>
            </DialogTrigger>
            {whyNot !== undefined && <span className={words.second}>{whyNot}</span>}
          </span>
        </div>
      )}
    </Card>
  );
}
