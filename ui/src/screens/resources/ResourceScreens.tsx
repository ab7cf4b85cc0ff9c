// One dataset, source connection, target connection or mapping: what it is, what it uses and is used by, and what can
// be done with it.
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { ResourceDetail } from '../../api/bindings/ResourceDetail';
import type { ResourceKind } from '../../api/bindings/ResourceKind';
import { resourceJsonQuery, resourceQuery } from '../../api/resourceQueries';
import { useSession } from '../../api/session';
import { BackLink } from '../parts/resource/BackLink';
import { DeleteAction } from '../parts/resource/DeleteAction';
import { DetailFrame } from '../parts/resource/DetailFrame';
import { KIND_WORDS } from '../parts/resource/kindWords';
import { LinksCard } from '../parts/resource/LinksCard';
import { RawJson, TechnicalCard } from '../parts/resource/TechnicalCard';
import { DeleteOne } from './DeleteOne';
import { DATASET, type KindPage, MAPPING, SOURCE, TARGET } from './kinds';
import { ResourceParts } from './ResourceParts';

export const DatasetScreen = () => <One page={DATASET} />;
export const SourceConnectionScreen = () => <One page={SOURCE} />;
export const TargetConnectionScreen = () => <One page={TARGET} />;
export const MappingScreen = () => <One page={MAPPING} />;

function One({ page }: { page: KindPage }) {
  const { kind, words, list } = page;
  const { resourceId = '' } = useParams({ strict: false });
  const session = useSession();
  const navigate = useNavigate();
  const { data: resource, error, refetch } = useQuery(resourceQuery(session.key, kind, resourceId));
  const [deleting, setDeleting] = useState(false);
  const retry = () => void refetch();
  return (
    <>
      <DetailFrame
        back={<BackLink to={list}>{words.title}</BackLink>}
        title={resource?.row.name ?? KIND_WORDS[kind].label}
        state={resource?.row.state}
        what={`the ${words.one}`}
        read={resource !== undefined}
        error={error}
        onRetry={retry}
        main={resource && <ResourceParts page={page} resource={resource} />}
        aside={
          resource && (
            <>
              <Aside page={page} resource={resource} onRetry={retry} />
              <DeleteAction noun={words.one} onPress={() => setDeleting(true)} />
            </>
          )
        }
      />
      {resource && (
        <DeleteOne
          kind={kind}
          resource={resource}
          isOpen={deleting}
          onClose={() => setDeleting(false)}
          // A change of what is gone is nothing to ask about.
          onDeleted={() => void navigate({ to: list, replace: true, ignoreBlocker: true })}
        />
      )}
    </>
  );
}

interface AsideProps {
  page: KindPage;
  resource: ResourceDetail;
  onRetry: () => void;
}

function Aside({ page, resource, onRetry }: AsideProps) {
  const { row, uses, usedBy, usesProblem, technical } = resource;
  return (
    <>
      <LinksCard title="Used by" links={usedBy} problem={usesProblem} onRetry={onRetry} none={page.unused} />
      {uses.length > 0 && <LinksCard title="Uses" links={uses} onRetry={onRetry} none="Nothing." />}
      <TechnicalCard technical={technical} raw={<Raw kind={page.kind} id={row.id} />} />
    </>
  );
}

function Raw({ kind, id }: { kind: ResourceKind; id: string }) {
  const session = useSession();
  return <RawJson query={useQuery(resourceJsonQuery(session.key, kind, id))} />;
}
