// What a resource is, what of it can be changed, and the lines of a mapping.
import { useState } from 'react';
import type { ResourceDetail } from '../../api/bindings/ResourceDetail';
import type { ResourceWords } from '../../api/bindings/ResourceWords';
import { useWrite } from '../../api/mutations';
import { Card } from '../../kit/Card';
import { DataTable } from '../../kit/DataTable';
import { NOTHING } from '../../lib/number';
import { AboutCard } from '../parts/resource/AboutCard';
import { type MorePart, WordsCard } from '../parts/resource/WordsCard';
import { EditLines } from './EditLines';
import type { KindPage } from './kinds';
import { TagFields, tagWords } from './TagFields';

const TAGS: MorePart<ResourceWords> = {
  label: 'Tags',
  show: ({ tags }) => (tags.some(({ fixed }) => !fixed) ? tagWords(tags) : NOTHING),
  tell: ({ tags }) => tagWords(tags),
  same: (one, other) => tagWords(one.tags) === tagWords(other.tags),
  take: (into, from) => ({ ...into, tags: from.tags }),
  edit: (words, change, messages) => (
    <TagFields tags={words.tags} onChange={(tags) => change({ ...words, tags })} messages={messages} />
  ),
};

interface ResourcePartsProps {
  page: KindPage;
  resource: ResourceDetail;
}

export function ResourceParts({ page, resource }: ResourcePartsProps) {
  const { row, fixed, words, lines } = resource;
  // Tags show once: where they are changed.
  const facts = resource.facts.filter(({ label }) => !words || label !== TAGS.label);
  return (
    <>
      <AboutCard
        title={`About this ${page.words.one}`}
        look="wide"
        row={row}
        facts={facts.map(({ label, value }) => ({ name: label, value }))}
      >
        {fixed}
      </AboutCard>
      {words && <Words page={page} resource={resource} words={words} />}
      {lines && (
        <Card title="Field mappings" aside={<EditLines resource={resource} />}>
          <DataTable
            label="Field mappings"
            columns={[{ name: 'Into the record' }, { name: 'From the event' }]}
            rows={lines.map(({ source, calculated, target }, place) => ({
              key: `${place} ${target}`,
              cells: [target, calculated ? <code key="source">{source}</code> : source],
            }))}
          />
        </Card>
      )}
    </>
  );
}

function Words({ page, resource, words }: ResourcePartsProps & { words: ResourceWords }) {
  const { mutateAsync } = useWrite('update_resource');
  const [open, setOpen] = useState(false);
  const { id, name, description } = resource.row;
  return (
    <WordsCard
      noun={page.words.one}
      id={id}
      shown={{ name, description }}
      words={words}
      canEdit
      {...(page.kind === 'dataset' && { more: TAGS })}
      isOpen={open}
      isBlocked={false}
      onOpen={() => setOpen(true)}
      onClose={() => setOpen(false)}
      save={({ name, description, tags }, base) =>
        mutateAsync({ kind: page.kind, id, name, description, tags, base })
      }
    />
  );
}
