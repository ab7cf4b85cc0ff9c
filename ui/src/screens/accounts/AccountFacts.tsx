// What uses the account, where it came from, and its ids.

import type { AccountDetail } from '../../api/bindings/AccountDetail';
import type { AccountUses } from '../../api/bindings/AccountUses';
import type { ResourceLink } from '../../api/bindings/ResourceLink';
import words from '../../kit/words.module.css';
import { plural } from '../../lib/number';
import { AboutCard } from '../parts/resource/AboutCard';
import { LinkList, LinksCard } from '../parts/resource/LinksCard';
import { TechnicalCard } from '../parts/resource/TechnicalCard';

export function AccountFacts({ account, onRetry }: { account: AccountDetail; onRetry: () => void }) {
  const { row, uses, usesProblem, technical } = account;
  return (
    <>
      <LinksCard
        title="Used by"
        links={uses && flowsOf(uses)}
        problem={usesProblem}
        onRetry={onRetry}
        none="No dataflow. It can be deleted."
      >
        {uses && uses.leftovers.length > 0 && <Leftovers uses={uses} />}
      </LinksCard>
      <AboutCard title="About this account" row={row} facts={[{ name: 'Source', value: row.source }]} />
      <TechnicalCard technical={technical} />
    </>
  );
}

function flowsOf({ flows }: AccountUses): readonly ResourceLink[] {
  return flows.map(({ id, name }) => ({ kind: 'dataflow', id, name }));
}

/** Source connections that hold the account although no dataflow uses them. */
function Leftovers({ uses: { flows, leftovers } }: { uses: AccountUses }) {
  return (
    <p className={words.second}>
      {plural(leftovers.length, 'source connection', 'source connections')} that no dataflow uses{' '}
      {leftovers.length === 1 ? 'holds' : 'hold'} it{flows.length > 0 ? ' too' : ''}:{' '}
      {leftovers.map(({ name }) => name).join(', ')}.
    </p>
  );
}

/** Everything that keeps an account from being deleted. */
export function UsesList({ uses }: { uses: AccountUses }) {
  return (
    <>
      {uses.flows.length > 0 && <LinkList links={flowsOf(uses)} />}
      {uses.leftovers.length > 0 && <Leftovers uses={uses} />}
    </>
  );
}
