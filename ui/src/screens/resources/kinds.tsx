// What the pages of the four kinds of resources say. They differ in these words and in nothing else.
import type { ResourceKind } from '../../api/bindings/ResourceKind';
import type { ResourceRow } from '../../api/bindings/ResourceRow';
import { countOrDash, NOTHING } from '../../lib/number';
import { stateWord } from '../../lib/terms';
import type { PagePath } from '../parts/pagePath';
import type { ListWords } from '../parts/resource/ListFrame';
import type { Column } from '../parts/resource/ResourceTable';

export interface KindPage {
  kind: ResourceKind;
  words: ListWords;
  list: PagePath;
  columns: readonly Column<ResourceRow>[];
  /** The form for a new one. */
  add: { label: string; to: PagePath };
  empty: { title: string; text: string; facts: readonly { title: string; text: string }[] };
  /** Said where nothing uses one. */
  unused: string;
}

const about = (name: string): Column<ResourceRow> => ({ name, cell: (row) => row.about || NOTHING });
const STATE: Column<ResourceRow> = {
  name: 'State',
  cell: ({ state }) => (state ? stateWord(state) : NOTHING),
};

export const DATASET: KindPage = {
  kind: 'dataset',
  words: { title: 'Datasets', one: 'dataset', many: 'datasets', searched: 'names, schemas, IDs' },
  list: '/datasets',
  columns: [about('Schema')],
  add: { label: 'New dataset', to: '/datasets/new' },
  empty: {
    title: 'No datasets yet',
    text: 'A dataset is where the records of your events are kept. When you connect Pendo, Inlet makes one for you.',
    facts: [
      { title: 'One schema each', text: 'it says which fields a record has' },
      { title: 'Several may write', text: 'dataflows can share a dataset' },
      { title: 'Deleting is final', text: 'the records go with it' },
    ],
  },
  unused: 'No dataflow writes to it. It can be deleted, and its records with it.',
};

export const SOURCE: KindPage = {
  kind: 'source_connection',
  words: {
    title: 'Source connections',
    one: 'source connection',
    many: 'source connections',
    searched: 'names, sources, IDs',
  },
  list: '/source-connections',
  columns: [about('Source'), STATE],
  add: { label: 'New source connection', to: '/source-connections/new' },
  empty: {
    title: 'No source connections yet',
    text: 'A source connection says where events come from. When you connect Pendo, Inlet makes one for you.',
    facts: [
      { title: 'One dataflow each', text: 'mostly; it is of no use alone' },
      { title: 'No secret in it', text: 'webhook sources send by themselves' },
      { title: 'Safe to delete', text: 'Adobe keeps every one that is used' },
    ],
  },
  unused: 'No dataflow. It can be deleted.',
};

export const TARGET: KindPage = {
  kind: 'target_connection',
  words: {
    title: 'Target connections',
    one: 'target connection',
    many: 'target connections',
    searched: 'names, datasets, IDs',
  },
  list: '/target-connections',
  columns: [about('Dataset'), STATE],
  add: { label: 'New target connection', to: '/target-connections/new' },
  empty: {
    title: 'No target connections yet',
    text: 'A target connection says where events go: into which dataset. When you connect Pendo, Inlet makes one for you.',
    facts: [
      { title: 'One dataset each', text: 'several may lead to the same' },
      { title: 'Holds no events', text: 'they are in the dataset' },
      { title: 'Safe to delete', text: 'Adobe keeps every one that is used' },
    ],
  },
  unused: 'No dataflow. It can be deleted.',
};

export const MAPPING: KindPage = {
  kind: 'mapping',
  words: { title: 'Mappings', one: 'mapping', many: 'mappings', searched: 'names, schemas, IDs' },
  list: '/mappings',
  columns: [
    about('Schema'),
    { name: 'Field mappings', number: true, cell: ({ lines }) => countOrDash(lines) },
  ],
  add: { label: 'New mapping', to: '/mappings/new' },
  empty: {
    title: 'No mappings yet',
    text: 'A mapping says which field of an event goes into which field of a record. When you connect Pendo, Inlet makes one for you.',
    facts: [
      { title: 'Tried out first', text: 'an event goes in, a record comes out' },
      { title: 'Every change is kept', text: 'as a version that can be used again' },
      { title: 'One schema each', text: 'the one of the dataset' },
    ],
  },
  unused: 'No dataflow.',
};
