// How a dataflow is replaced, on the pages of both: where it stands, and the one thing to do now.
import { ActionButton, Button, ToastQueue } from '@react-spectrum/s2';
import AlertTriangle from '@react-spectrum/s2/icons/AlertTriangle';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useContext } from 'react';
import type { Replacement } from '../../api/bindings/Replacement';
import type { ReplacementStage } from '../../api/bindings/ReplacementStage';
import { useWrite } from '../../api/mutations';
import { replacementsQuery } from '../../api/replacementQueries';
import { useSession, useSurroundings } from '../../api/session';
import { Glyph } from '../../kit/Glyph';
import { SandboxChip } from '../../kit/SandboxChip';
import { CallProblem } from './CallProblem';
import styles from './ReplacementPanel.module.css';
import { RemovalContext } from './removal/useRemoval';
import { useProblemToast } from './useWaysOut';
import { useWhyNoWrite } from './useWhyNoWrite';
import { WhyNoWrite } from './WhyNoWrite';

interface PanelsProps {
  flowId: string;
  /** `flush` where the page itself keeps the distance from its edges. */
  look?: 'inset' | 'flush';
}

export function ReplacementPanels({ flowId, look = 'inset' }: PanelsProps) {
  const session = useSession();
  const { data, error, refetch } = useQuery(replacementsQuery(session.key, flowId, useSurroundings()));
  if (error && !data) return <CallProblem look="strip" error={error} onRetry={() => void refetch()} />;
  return (data ?? []).map((one) => (
    <ReplacementPanel key={one.setupId} of={one} flowId={flowId} look={look} onRetry={() => void refetch()} />
  ));
}

const STEPS: readonly { stage: ReplacementStage; label: (source: string) => string }[] = [
  { stage: 'being_made', label: () => 'New dataflow made' },
  { stage: 'address_to_paste', label: (source) => `Address in ${source}` },
  { stage: 'waiting_for_events', label: () => 'Events counted' },
  { stage: 'counted', label: () => 'Old one off' },
];

interface PanelProps {
  of: Replacement;
  flowId: string;
  look: 'inset' | 'flush';
  onRetry: () => void;
}

function ReplacementPanel({ of: one, flowId, look, onRetry }: PanelProps) {
  const at = STEPS.findIndex(({ stage }) => stage === one.stage);
  return (
    <section className={styles.panel} data-look={look} aria-label={`Replacement of ${one.old.name}`}>
      <div className={styles.words}>
        <h2 className={styles.title}>{one.title}</h2>
        <p className={styles.text}>{one.text}</p>
        {one.doubles && (
          <p className={styles.doubles}>
            <Glyph of={AlertTriangle} size={16} tone="notice" />
            <span>Both are on. Events that {one.source} sends to both addresses are counted twice.</span>
          </p>
        )}
        {one.problem && <CallProblem look="strip" tone="notice" error={one.problem} onRetry={onRetry} />}
      </div>
      {one.stage !== 'undone' && (
        <ol className={styles.steps} aria-label="Stages">
          {STEPS.map(({ stage, label }, place) => {
            const done = at < 0 || place < at;
            return (
              <li
                key={stage}
                className={styles.step}
                data-state={done ? 'done' : place === at ? 'now' : 'ahead'}
                aria-current={place === at ? 'step' : undefined}
              >
                {label(one.source)}
                {done && <span className={styles.hidden}>, done</span>}
              </li>
            );
          })}
        </ol>
      )}
      <Actions one={one} flowId={flowId} />
    </section>
  );
}

function Actions({ one, flowId }: { one: Replacement; flowId: string }) {
  const mark = useWrite('mark_replacement');
  // The page of a set-up stands beside no rail, and nothing is deleted from there.
  const removal = useContext(RemovalContext);
  const tell = useProblemToast();
  const noWrite = useWhyNoWrite() !== undefined;
  const { setupId, stage } = one;
  const say = (what: 'pasted' | 'dismissed') => () =>
    mark.mutate({ setupId, mark: what }, { onError: ({ app }) => tell(app, { retry: say(what) }) });
  return (
    <div className={styles.actions}>
      {stage === 'being_made' && (
        <Link to="/setups/$setupId" params={{ setupId }} className={styles.link}>
          Open the set-up
        </Link>
      )}
      {stage === 'address_to_paste' && (
        <Button size="S" variant="primary" onPress={say('pasted')} isPending={mark.isPending}>
          {`It is in ${one.source}`}
        </Button>
      )}
      {stage === 'counted' && <SwitchOff one={one} />}
      {stage === 'done' && !one.oldIsGone && removal && (
        <Button
          size="S"
          variant="secondary"
          isDisabled={noWrite}
          onPress={() => removal.askToDelete([one.old.id])}
        >
          {`Delete ${one.old.name}…`}
        </Button>
      )}
      <Other one={one} flowId={flowId} />
      {stage !== 'being_made' && (
        <ActionButton isQuiet size="S" onPress={say('dismissed')}>
          Dismiss
        </ActionButton>
      )}
    </div>
  );
}

function SwitchOff({ one: { setupId, old } }: { one: Replacement }) {
  const { sandbox } = useSession();
  const finish = useWrite('finish_replacement');
  const noWrite = useWhyNoWrite() !== undefined;
  const tell = useProblemToast();
  const press = () =>
    finish.mutate(
      { setupId },
      {
        onSuccess: () => ToastQueue.positive(`${old.name} is off`, { timeout: 5000 }),
        onError: ({ app }) => tell(app, { retry: press }),
      },
    );
  return (
    <>
      {sandbox.kind === 'production' && <SandboxChip kind={sandbox.kind} />}
      <Button size="S" variant="primary" isDisabled={noWrite} isPending={finish.isPending} onPress={press}>
        {`Switch ${old.name} off`}
      </Button>
      <WhyNoWrite />
    </>
  );
}

/** The other dataflow of the two. */
function Other({ one, flowId }: { one: Replacement; flowId: string }) {
  const { old, new: made, stage } = one;
  const other = flowId === old.id ? made : old;
  if (!other || stage === 'undone' || (other === old && one.oldIsGone)) return null;
  return (
    <Link to="/dataflows/$flowId" params={{ flowId: other.id }} className={styles.link}>
      Open {other.name}
    </Link>
  );
}
