// Asks before a schema is deleted: its own field groups may go with it. One that is used is not sent for.

import { Checkbox } from '@react-spectrum/s2';
import { type ReactNode, useState } from 'react';
import type { SchemaDetail } from '../../api/bindings/SchemaDetail';
import type { SchemaUses } from '../../api/bindings/SchemaUses';
import { useWrite } from '../../api/mutations';
import words from '../../kit/words.module.css';
import { DeleteResource } from '../parts/resource/DeleteDialog';
import { LinkList } from '../parts/resource/LinksCard';

interface DeleteSchemaProps {
  schema: SchemaDetail;
  isOpen: boolean;
  onClose: () => void;
  onDeleted: () => void;
}

export function DeleteSchema({ schema, ...rest }: DeleteSchemaProps) {
  const { mutateAsync } = useWrite('delete_schema');
  const alone = schema.fieldGroups.filter(({ own, onlyHere }) => own && onlyHere);
  const [withGroups, setWithGroups] = useState(true);
  const { row, keep, uses } = schema;
  return (
    <DeleteResource
      {...rest}
      noun="schema"
      name={row.name}
      lost={
        <>
          <p>
            No dataset uses this schema. Deleting it cannot be undone
            {schema.identities.length > 0 ? '; its identity marks go with it.' : '.'}
          </p>
          {alone.length > 0 && (
            <div>
              <Checkbox isSelected={withGroups} onChange={setWithGroups}>
                Delete its fields too
              </Checkbox>
              <p className={words.under}>
                {alone.map(({ title }) => `“${title}”`).join(', ')}: no other schema uses{' '}
                {alone.length === 1 ? 'this field group' : 'these field groups'}.
              </p>
            </div>
          )}
        </>
      }
      {...(keep !== undefined && { kept: <Kept why={keep} uses={uses} /> })}
      remove={async () => {
        const fieldGroups = withGroups ? alone.map(({ id }) => id) : [];
        const reply = await mutateAsync({ schemaId: row.id, fieldGroups });
        if (reply.kind === 'in_use') {
          return {
            gone: false,
            why: <Kept why="Datasets use it, so it is kept. Nothing was changed." uses={reply.uses} />,
          };
        }
        if (reply.left.length === 0) return { gone: true };
        return { gone: false, why: <p>The schema is deleted. Still there: {reply.left.join(', ')}.</p> };
      }}
    />
  );
}

function Kept({ why, uses }: { why: string; uses: SchemaUses | undefined }): ReactNode {
  return (
    <>
      <p>{why}</p>
      {uses && uses.datasets.length > 0 && (
        <LinkList links={uses.datasets.map((dataset) => ({ kind: 'dataset', ...dataset }))} />
      )}
    </>
  );
}
