// The result: 1 copy, 2 paste, 3 test.
import { Button } from '@react-spectrum/s2';
import CheckmarkCircle from '@react-spectrum/s2/icons/CheckmarkCircle';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Setup } from '../../../api/bindings/Setup';
import { flowQuery } from '../../../api/queries';
import { useSession, useSurroundings } from '../../../api/session';
import { Glyph } from '../../../kit/Glyph';
import { PageHeading } from '../../../kit/PageHeading';
import { WizardFoot } from '../../../kit/WizardFoot';
import { plural } from '../../../lib/number';
import { formatDuration } from '../../../lib/time';
import { ReplacementPanels } from '../../parts/ReplacementPanel';
import { SendTestEvent } from '../../parts/SendTestEvent';
import { Settling, useSettling } from '../../parts/Settling';
import { SourceSteps } from '../../parts/SourceSteps';
import { TestEvents } from '../../parts/TestEvents';
import { useSource } from '../../parts/useSource';
import { useWhyNoWrite } from '../../parts/useWhyNoWrite';
import { WebhookAddressCard } from '../../parts/WebhookAddressCard';
import { whyNoTest } from '../../parts/whyNoTest';
import { LeftOut, leftOutOf } from '../LeftOut';
import setupStyles from '../setup.module.css';
import styles from './Created.module.css';
import { momentOf, objectsMade } from './view';

export function Created({ setup }: { setup: Setup }) {
  const navigate = useNavigate();
  const session = useSession();
  const around = useSurroundings();
  const flowId = setup.flowId ?? '';
  const { data: flow } = useQuery({ ...flowQuery(session.key, flowId, around), enabled: flowId !== '' });
  const guide = useSource(setup.form.source);
  const source = guide?.source.name ?? 'the source';
  const { heading, lead } = momentOf(setup, source);
  const settling = useSettling(setup.settlesAt);
  const events = flow?.testEvents ?? [];
  const noWrite = useWhyNoWrite();
  const blocked = noWrite ?? (flow && whyNoTest(flow));
  const dataset = setup.steps.find(({ kind }) => kind === 'dataset')?.object?.name;
  return (
    <div className={setupStyles.step}>
      <div className={setupStyles.content} data-look="page">
        <div className={styles.page}>
          <div className={styles.head}>
            <span className={styles.tick}>
              <Glyph of={CheckmarkCircle} size={20} tone="positive" />
            </span>
            <div>
              <PageHeading size="result">{heading}</PageHeading>
              <p className={styles.lead}>
                {around.practice
                  ? 'Send a test event to see it work. Nothing has to be pasted in practice mode.'
                  : lead}
              </p>
            </div>
          </div>
          {flowId !== '' && <ReplacementPanels flowId={flowId} look="flush" />}
          <Settling left={settling} source={source} />
          <LeftOut of={leftOutOf(setup.form.destination)} />
          {setup.webhookAddress && (
            <WebhookAddressCard
              title="1. Webhook address"
              address={setup.webhookAddress}
              source={source}
              isNextStep
            />
          )}
          {guide && <SourceSteps title={`2. In ${source}`} source={guide.source} look="columns" />}
          <TestEvents
            title="3. Test event"
            dataset={dataset}
            source={source}
            events={events}
            blocked={blocked}
            action={
              <SendTestEvent
                size="S"
                flowId={flowId}
                dataset={dataset}
                guide={guide}
                settling={settling}
                blocked={blocked}
                sent={events.length}
              />
            }
          />
        </div>
      </div>
      <WizardFoot
        back={undefined}
        note={madeWords(setup)}
        action={
          <>
            <Button variant="secondary" onPress={() => void navigate({ to: '/dataflows/new', search: {} })}>
              Connect another
            </Button>
            <Button
              variant="primary"
              onPress={() => void navigate({ to: '/dataflows/$flowId', params: { flowId } })}
            >
              Open dataflow
            </Button>
          </>
        }
      />
    </div>
  );
}

function madeWords(setup: Setup): string {
  const made = plural(objectsMade(setup).length, 'object', 'objects');
  // What it took in real time: the clock of practice mode runs faster.
  const took = setup.steps.reduce((sum, { tookMs = 0 }) => sum + tookMs, 0);
  const time = took < 1000 ? 'less than a second' : formatDuration(took);
  return `Made ${made} in ${time}. All of them are listed under Technical details.`;
}
