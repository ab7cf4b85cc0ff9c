// Everything that this app changed in the sandbox: when, to what, with which answer. What can be undone is undone here.
import {
  ActionButton,
  ActionMenu,
  Button,
  Content,
  Dialog,
  DialogContainer,
  Heading,
  MenuItem,
  Picker,
  PickerItem,
  SearchField,
  ToastQueue,
} from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ActivityKind } from '../../api/bindings/ActivityKind';
import type { ActivityOutcome } from '../../api/bindings/ActivityOutcome';
import type { ActivityRow } from '../../api/bindings/ActivityRow';
import type { ActivitySearch } from '../../api/bindings/ActivitySearch';
import type { FileFormat } from '../../api/bindings/FileFormat';
import { activityQuery } from '../../api/changeQueries';
import { useNow } from '../../api/clock';
import { useWrite } from '../../api/mutations';
import { useSession } from '../../api/session';
import { transport } from '../../api/transport';
import { CopyField } from '../../kit/CopyField';
import { DataTable } from '../../kit/DataTable';
import { EmptyState } from '../../kit/EmptyState';
import { FactList } from '../../kit/FactList';
import { PageHeading } from '../../kit/PageHeading';
import { Time } from '../../kit/Time';
import { useDebounced } from '../../kit/useDebounced';
import { formatCount, NOTHING, plural } from '../../lib/number';
import { formatDuration, longDate } from '../../lib/time';
import { boundsOf, type When, WITHIN } from '../../lib/when';
import { CallProblem } from '../parts/CallProblem';
import { DateFilter } from '../parts/DateFilter';
import { Reading } from '../parts/Reading';
import { useProblemToast } from '../parts/useWaysOut';
import { useWhyNoWrite } from '../parts/useWhyNoWrite';
import { WhyNoWrite } from '../parts/WhyNoWrite';
import styles from './ActivityScreen.module.css';
import { KIND_WORDS, OUTCOME_WORDS } from './words';

export function ActivityScreen() {
  const session = useSession();
  const [text, setText] = useState('');
  const [kind, setKind] = useState<ActivityKind | 'all'>('all');
  const [outcome, setOutcome] = useState<ActivityOutcome | 'all'>('all');
  const [open, setOpen] = useState<ActivityRow>();
  const [time, setTime] = useState<{ when: When; bounds: { from?: number; until?: number } }>();
  const now = useNow(60_000);
  const typed = useDebounced(text, 200);
  const search: ActivitySearch = {
    ...(typed.trim() !== '' && { text: typed }),
    kinds: kind === 'all' ? [] : [kind],
    outcomes: outcome === 'all' ? [] : [outcome],
    ...time?.bounds,
  };
  const activity = useInfiniteQuery(activityQuery(session.key, search));
  const retry = () => void activity.refetch();
  const rows = activity.data?.pages.flatMap((page) => page.rows) ?? [];
  const last = activity.data?.pages[activity.data.pages.length - 1];
  // As of when it was chosen: bounds that move would ask anew each minute.
  const choose = (when: When | undefined) => setTime(when && { when, bounds: boundsOf(when, now) });
  const clear = () => {
    setText('');
    setKind('all');
    setOutcome('all');
    setTime(undefined);
  };
  return (
    <div className={styles.screen}>
      <header className={styles.head}>
        <PageHeading>Activity</PageHeading>
        {last && last.kept > 0 && <ExportMenu search={search} />}
      </header>
      {activity.error && (
        <div className={styles.trouble}>
          <CallProblem look={last ? 'strip' : 'panel'} error={activity.error} onRetry={retry} />
        </div>
      )}
      {!last && !activity.error && <Reading what="the activity" onRetry={retry} />}
      {last?.kept === 0 && (
        <EmptyState
          title="No changes yet"
          text="What Inlet changes in this sandbox is listed here: when, to what, and with which answer."
        />
      )}
      {last && last.kept > 0 && (
        <>
          <div className={styles.tools}>
            <SearchField
              aria-label="Search activity"
              placeholder="Search names, IDs, request IDs"
              value={text}
              onChange={setText}
              styles={style({ width: 280, maxWidth: 'full' })}
            />
            <Picker
              aria-label="Kind"
              selectedKey={kind}
              onSelectionChange={(key) => setKind(KIND_WORDS.find(({ id }) => id === key)?.id ?? 'all')}
            >
              {[{ id: 'all', label: 'Everything' }, ...KIND_WORDS].map(({ id, label }) => (
                <PickerItem key={id} id={id}>
                  {label}
                </PickerItem>
              ))}
            </Picker>
            <Picker
              aria-label="Outcome"
              selectedKey={outcome}
              onSelectionChange={(key) => setOutcome(OUTCOME_WORDS.find(({ id }) => id === key)?.id ?? 'all')}
            >
              {[{ id: 'all', label: 'Every outcome' }, ...OUTCOME_WORDS].map(({ id, label }) => (
                <PickerItem key={id} id={id}>
                  {label}
                </PickerItem>
              ))}
            </Picker>
            <DateFilter size="M" label="When" value={time?.when} spans={SPANS} onChange={choose} />
          </div>
          {rows.some(({ canUndo }) => canUndo) && (
            <div className={styles.reason}>
              <WhyNoWrite />
            </div>
          )}
          {rows.length === 0 ? (
            <EmptyState
              title="No change matches"
              text={`None of ${plural(last.kept, 'change', 'changes')} fits the search and the filters.`}
              actions={
                <Button variant="secondary" onPress={clear}>
                  Clear filters
                </Button>
              }
            />
          ) : (
            <Rows rows={rows} onOpen={setOpen} />
          )}
          <footer className={styles.foot}>
            <span aria-live="polite">
              {formatCount(rows.length)} of {plural(last.matching, 'change', 'changes')}
            </span>
            {activity.hasNextPage && (
              <ActionButton
                size="S"
                isPending={activity.isFetchingNextPage}
                onPress={() => void activity.fetchNextPage()}
              >
                Show more
              </ActionButton>
            )}
          </footer>
        </>
      )}
      <DialogContainer onDismiss={() => setOpen(undefined)}>{open && <Details row={open} />}</DialogContainer>
    </div>
  );
}

/** Nothing that was done here lies longer ago than everything. */
const SPANS = WITHIN.filter((within) => within !== 'older');

function Rows({ rows, onOpen }: { rows: readonly ActivityRow[]; onOpen: (row: ActivityRow) => void }) {
  const now = useNow(60_000);
  return (
    <DataTable
      label="Changes"
      columns={[
        { name: 'What' },
        { name: 'When' },
        { name: 'Outcome' },
        { name: 'Saved sign-in' },
        { name: 'Undo' },
      ]}
      rows={rows.map((row) => ({
        key: String(row.id),
        cells: [
          <button key="what" type="button" className={styles.what} onClick={() => onOpen(row)}>
            {row.sentence}
          </button>,
          <Time key="when" at={row.at}>
            {longDate(row.at, now)}
          </Time>,
          OUTCOME_WORDS.find(({ id }) => id === row.outcome)?.label,
          row.profileName,
          <UndoCell key="undo" row={row} />,
        ],
      }))}
    />
  );
}

function UndoCell({ row }: { row: ActivityRow }) {
  const undo = useWrite('undo_activity');
  const noWrite = useWhyNoWrite() !== undefined;
  const tell = useProblemToast();
  if (row.undoneAt !== undefined) return <>Undone</>;
  if (row.whyNoUndo) return <span className={styles.why}>{row.whyNoUndo}</span>;
  if (!row.canUndo) return <>{NOTHING}</>;
  const press = () =>
    undo.mutate(
      { activityId: row.id },
      {
        onSuccess: () => ToastQueue.positive('The former value is back', { timeout: 5000 }),
        onError: ({ app }) => tell(app, { retry: press }),
      },
    );
  return (
    <ActionButton
      size="S"
      isPending={undo.isPending}
      isDisabled={noWrite}
      onPress={press}
      aria-label={`Undo: ${row.sentence}`}
    >
      Undo
    </ActionButton>
  );
}

function Details({ row }: { row: ActivityRow }) {
  const id = (value: string | undefined, what: string) =>
    value ? <CopyField look="plain" value={value} what={what} /> : NOTHING;
  return (
    <Dialog size="M" isDismissible>
      <Heading slot="title">{row.sentence}</Heading>
      <Content>
        <div className={styles.details}>
          {row.changes.map(({ field, before, after }) => (
            <p key={field}>
              <strong>{field}</strong>: {before === '' ? NOTHING : before} → {after === '' ? NOTHING : after}
            </p>
          ))}
          <FactList
            look="stacked"
            facts={[
              { name: 'Request', value: <code>{row.operation}</code> },
              {
                name: 'Answer',
                value: [row.status ?? 'None', row.code, formatDuration(row.tookMs)]
                  .filter(Boolean)
                  .join(' · '),
              },
              { name: 'Request ID', value: id(row.requestId, 'request ID') },
              { name: 'ID of the object', value: id(row.objectId, 'ID') },
            ]}
          />
        </div>
      </Content>
    </Dialog>
  );
}

function ExportMenu({ search }: { search: ActivitySearch }) {
  const { mutateAsync } = useWrite('export_activity');
  const tell = useProblemToast();
  const save = (format: FileFormat) =>
    mutateAsync({ search, format }).then(
      async ({ name, text }) => {
        if (await transport.saveFile(name, text)) ToastQueue.neutral(`${name} was saved`, { timeout: 5000 });
      },
      ({ app }) => tell(app, { retry: () => void save(format) }),
    );
  return (
    <span className={styles.end}>
      <ActionMenu aria-label="Export activity" onAction={(key) => void save(key === 'json' ? 'json' : 'csv')}>
        <MenuItem id="csv">Export as CSV</MenuItem>
        <MenuItem id="json">Export as JSON</MenuItem>
      </ActionMenu>
    </span>
  );
}
