// Title, how many, how fresh, and the one accent button.
import { ActionButton, Button, Text, Tooltip, TooltipTrigger } from '@react-spectrum/s2';
import Add from '@react-spectrum/s2/icons/Add';
import Refresh from '@react-spectrum/s2/icons/Refresh';
import { useNavigate } from '@tanstack/react-router';
import { useNow } from '../../api/clock';
import type { KnownFlows } from '../../api/flowList';
import { ListPageHead } from '../../kit/ListPageHead';
import { PageHeading } from '../../kit/PageHeading';
import { Time } from '../../kit/Time';
import { formatCount } from '../../lib/number';
import { TERMS } from '../../lib/terms';
import { clockTime, longDate } from '../../lib/time';
import { Updated } from '../parts/Updated';

interface ListHeadProps {
  list: KnownFlows | undefined;
  busy: boolean;
  onRefresh: () => void;
  empty: boolean;
  /** Why nothing can be written. */
  why: string | undefined;
}

export function ListHead({ list, busy, onRefresh, empty, why }: ListHeadProps) {
  const navigate = useNavigate();
  return (
    <ListPageHead
      heading={<PageHeading>{TERMS.flows}</PageHeading>}
      count={list && !empty && howMany(list)}
      fresh={list && <Fresh list={list} empty={empty} offline={why !== undefined} />}
    >
      <TooltipTrigger>
        <ActionButton isQuiet size="S" aria-label="Refresh the list" onPress={onRefresh} isPending={busy}>
          <Refresh />
        </ActionButton>
        <Tooltip>Refresh (R)</Tooltip>
      </TooltipTrigger>
      {!empty && (
        <Button
          variant="accent"
          isDisabled={why !== undefined}
          onPress={() => void navigate({ to: '/dataflows/new' })}
        >
          <Add />
          <Text>New dataflow</Text>
        </Button>
      )}
    </ListPageHead>
  );
}

interface FreshProps {
  list: KnownFlows;
  empty: boolean;
  offline: boolean;
}

function Fresh({ list, empty, offline }: FreshProps) {
  if (empty) return <ReadAt at={list.readAt} />;
  return (
    <>
      {list.keptAt === undefined ? <Updated at={list.readAt} /> : <AsOf at={list.keptAt} />}
      {offline && ' · offline'}
    </>
  );
}

/** "10,000", or "2,300 of 10,000" while pages stream in. */
function howMany(list: KnownFlows): string {
  const known = formatCount(list.rows.length);
  const read = formatCount(list.read);
  // Later readings go over rows that are all there.
  if (
    list.complete ||
    list.problem ||
    list.read === 0 ||
    (list.keptAt === undefined && list.read === list.total)
  )
    return known;
  return list.total === undefined ? `${known} so far` : `${read} of ${formatCount(list.total)}`;
}

/** Rows of an earlier session, until those of this one are all in. */
function AsOf({ at }: { at: number }) {
  const now = useNow(60_000);
  return (
    <>
      As of <Time at={at}>{longDate(at, now).replace('Today ', '').replace('Yesterday', 'yesterday')}</Time>
    </>
  );
}

function ReadAt({ at }: { at: number }) {
  return (
    <>
      Read at <Time at={at}>{clockTime(at)}</Time>
    </>
  );
}
