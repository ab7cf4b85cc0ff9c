// Asks before a resource is deleted. One that dataflows use is not sent for: they are listed at once.
import type { ReactNode } from 'react';
import type { ResourceDetail } from '../../api/bindings/ResourceDetail';
import type { ResourceKind } from '../../api/bindings/ResourceKind';
import type { ResourceLink } from '../../api/bindings/ResourceLink';
import { useWrite } from '../../api/mutations';
import { plural } from '../../lib/number';
import { DeleteResource } from '../parts/resource/DeleteDialog';
import { KIND_WORDS } from '../parts/resource/kindWords';
import { LinkList } from '../parts/resource/LinksCard';

interface DeleteOneProps {
  kind: ResourceKind;
  resource: ResourceDetail;
  isOpen: boolean;
  onClose: () => void;
  onDeleted: () => void;
}

export function DeleteOne({ kind, resource, ...rest }: DeleteOneProps) {
  const { mutateAsync } = useWrite('delete_resource');
  const { row, lost, usedBy = [] } = resource;
  const { one } = KIND_WORDS[kind];
  const flows = usedBy.filter((link) => link.kind === 'dataflow');
  const others = usedBy.filter((link) => link.kind !== 'dataflow');
  return (
    <DeleteResource
      {...rest}
      noun={one}
      name={row.name}
      lost={
        <>
          <p>{lost}</p>
          {others.length > 0 && (
            <>
              <p>{`${plural(others.length, 'target connection leads', 'target connections lead')} nowhere from then on:`}</p>
              <LinkList links={others} />
            </>
          )}
        </>
      }
      {...(flows.length > 0 && { kept: <InUse one={one} links={flows} /> })}
      remove={async (confirmation) => {
        const reply = await mutateAsync({ kind, id: row.id, confirmation });
        if (reply.kind === 'deleted') return { gone: true };
        return { gone: false, why: keptBecause(one, reply) };
      }}
    />
  );
}

function keptBecause(
  one: string,
  reply: { kind: 'in_use'; usedBy: ResourceLink[] } | { kind: 'not_offered'; hint: string },
): ReactNode {
  return reply.kind === 'in_use' ? <InUse one={one} links={reply.usedBy} /> : <p>{reply.hint}</p>;
}

function InUse({ one, links }: { one: string; links: readonly ResourceLink[] }) {
  if (links.length === 0) {
    return (
      <p>
        Adobe says that a dataflow uses this {one}, perhaps one that is hidden from you by an access label.
        Nothing was changed.
      </p>
    );
  }
  return (
    <>
      <p>
        {links.length === 1 ? 'A dataflow uses' : 'Dataflows use'} this {one}, so it is kept. Nothing was
        changed. Delete {links.length === 1 ? 'it' : 'these'} first:
      </p>
      <LinkList links={links} />
    </>
  );
}
