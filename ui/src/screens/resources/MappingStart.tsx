// What a new mapping is between: the product whose events it reads, and the schema whose fields it fills.
import { Button } from '@react-spectrum/s2';
import type { UseQueryResult } from '@tanstack/react-query';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { SchemaChoice } from '../../api/bindings/SchemaChoice';
import { sourcesQuery } from '../../api/setupQueries';
import { ChoiceField } from '../../forms/ChoiceField';
import { PageHeading } from '../../kit/PageHeading';
import { WorkFrame } from '../parts/mapping/WorkFrame';
import { First } from './First';
import styles from './MappingStart.module.css';
import type { MappingValues } from './mappingDraft';

interface MappingStartProps {
  values: MappingValues;
  schemas: UseQueryResult<SchemaChoice[]>;
  change: (part: Partial<MappingValues>) => void;
  /** Above the fields: a draft that came back. */
  notice: ReactNode;
  onContinue: () => void;
  onCancel: () => void;
}

export function MappingStart({ values, schemas, change, notice, onContinue, onCancel }: MappingStartProps) {
  const sources = useQuery(sourcesQuery());
  const whyNot = whyNotYet(values);
  return (
    <WorkFrame
      back={{ label: 'Cancel', onPress: onCancel }}
      note={whyNot}
      action={
        <Button variant="accent" isDisabled={whyNot !== undefined} onPress={onContinue}>
          Continue to field mappings
        </Button>
      }
    >
      <div className={styles.page}>
        <div>
          <PageHeading>What it maps</PageHeading>
          <p className={styles.lead}>
            A dataflow makes its own mapping. Make one here to work it out before there is a dataflow.
          </p>
        </div>
        {notice}
        <ChoiceField
          label="Schema"
          description="Its fields are filled. It is the one of the dataset that the records shall go to."
          list={schemas}
          idOf={({ id }) => id}
          nameOf={({ title }) => title}
          chosen={values.schemaId}
          // Lines for one schema fit no other.
          onChoose={(schemaId) => change({ schemaId, lines: undefined })}
          emptyText="There is no schema of events here yet. Make a schema first."
          emptyAction={<First label="New schema" to="/schemas/new" />}
        />
        <ChoiceField
          label="Source"
          description="The product whose events are mapped. Its examples are there to try the mapping with."
          list={sources}
          idOf={({ source }) => source.id}
          nameOf={({ source }) => source.name}
          chosen={values.source}
          onChoose={(source) =>
            change({ source: source ?? '', lines: undefined, sample: { kind: 'example', id: '' } })
          }
          emptyText="No source can be set up here."
        />
      </div>
    </WorkFrame>
  );
}

function whyNotYet({ schemaId, source }: MappingValues): string | undefined {
  if (schemaId === null) return 'Choose a schema first';
  return source === '' ? 'Choose a source first' : undefined;
}
