// One schema: its fields first, what it is made of, what uses it, and what can be done with it.
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { ResourceLink } from '../../api/bindings/ResourceLink';
import type { SchemaDetail } from '../../api/bindings/SchemaDetail';
import type { SchemaUses } from '../../api/bindings/SchemaUses';
import { useWrite } from '../../api/mutations';
import { schemaQuery } from '../../api/schemaQueries';
import { useSession } from '../../api/session';
import { AboutCard } from '../parts/resource/AboutCard';
import { BackLink } from '../parts/resource/BackLink';
import { DeleteAction } from '../parts/resource/DeleteAction';
import { DetailFrame } from '../parts/resource/DetailFrame';
import { LinksCard } from '../parts/resource/LinksCard';
import { TechnicalCard } from '../parts/resource/TechnicalCard';
import { WordsCard } from '../parts/resource/WordsCard';
import { DeleteSchema } from './DeleteSchema';
import { FieldTree } from './FieldTree';
import { IdentityCard } from './IdentityCard';
import { PartsCard } from './PartsCard';
import { ProfileCard } from './ProfileCard';
import { RawText } from './RawText';

export function SchemaScreen() {
  const { schemaId } = useParams({ from: '/schemas/$schemaId' });
  const session = useSession();
  const navigate = useNavigate();
  const { data: schema, error, refetch } = useQuery(schemaQuery(session.key, schemaId));
  const [deleting, setDeleting] = useState(false);
  const retry = () => void refetch();
  return (
    <>
      <DetailFrame
        back={<BackLink to="/schemas">Schemas</BackLink>}
        title={schema?.row.name ?? 'Schema'}
        what="the schema"
        read={schema !== undefined}
        error={error}
        onRetry={retry}
        main={schema && <Main schema={schema} onRetry={retry} />}
        aside={
          schema && (
            <>
              <Aside schema={schema} onRetry={retry} />
              <DeleteAction noun="schema" onPress={() => setDeleting(true)} />
            </>
          )
        }
      />
      {schema && (
        <DeleteSchema
          schema={schema}
          isOpen={deleting}
          onClose={() => setDeleting(false)}
          // A change of what is gone is nothing to ask about.
          onDeleted={() => void navigate({ to: '/schemas', replace: true, ignoreBlocker: true })}
        />
      )}
    </>
  );
}

interface MainProps {
  schema: SchemaDetail;
  onRetry: () => void;
}

function Main({ schema, onRetry }: MainProps) {
  const { mutateAsync } = useWrite('update_schema');
  const [open, setOpen] = useState(false);
  const { row, words } = schema;
  return (
    <>
      <FieldTree fields={schema.fields} />
      <IdentityCard schema={schema} onRetry={onRetry} />
      <ProfileCard schema={schema} />
      <WordsCard
        noun="schema"
        id={row.id}
        shown={{ name: row.name, description: row.description }}
        words={words}
        canEdit
        isOpen={open}
        isBlocked={false}
        onOpen={() => setOpen(true)}
        onClose={() => setOpen(false)}
        save={({ name, description }, base) => mutateAsync({ schemaId: row.id, name, description, base })}
      />
    </>
  );
}

function linksOf({ datasets, flows }: SchemaUses): ResourceLink[] {
  return [
    ...datasets.map((dataset) => ({ kind: 'dataset' as const, ...dataset })),
    ...flows.map((flow) => ({ kind: 'dataflow' as const, ...flow })),
  ];
}

function Aside({ schema, onRetry }: MainProps) {
  const { row, uses, usesProblem, technical, raw } = schema;
  return (
    <>
      <LinksCard
        title="Used by"
        links={uses && linksOf(uses)}
        problem={usesProblem}
        onRetry={onRetry}
        none={row.profile ? 'No dataset and no dataflow.' : 'No dataset. It can be deleted.'}
      />
      <PartsCard schema={schema} />
      <AboutCard title="About this schema" row={row} facts={[{ name: 'Class', value: row.className }]} />
      <TechnicalCard technical={technical} raw={<RawText text={raw} />} />
    </>
  );
}
