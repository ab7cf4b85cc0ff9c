// Step 2: where the events go. A new place is suggested; a schema or dataset that exists can be used instead.
import { TextField } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useQuery } from '@tanstack/react-query';
import type { PlaceShape } from '../../api/bindings/PlaceShape';
import { useSession } from '../../api/session';
import { datasetsQuery, schemasQuery } from '../../api/setupQueries';
import { ChoiceField } from '../../forms/ChoiceField';
import { Card } from '../../kit/Card';
import { type Choice, ChoiceCards } from '../../kit/ChoiceCards';
import { PageHeading } from '../../kit/PageHeading';
import { LeftOut } from './LeftOut';
import styles from './setup.module.css';
import { messageFor, whyNot } from './steps';
import type { DestinationKind, Values } from './values';
import { ContinueButton, type StepProps, WizardStep } from './WizardStep';

const RECIPE: Choice<DestinationKind> = {
  id: 'shape',
  title: 'Make the place of the recipe',
  mark: 'Recommended',
  text: 'A schema like that of the recipe, and a dataset for the events.',
};

const choices = (source: string, fromRecipe: boolean): readonly Choice<DestinationKind>[] => [
  ...(fromRecipe ? [RECIPE] : []),
  {
    id: 'starter',
    title: 'Make a new place',
    ...(!fromRecipe && { mark: 'Recommended' }),
    text: `A schema that fits the events of ${source}, and a dataset for them. Nothing to prepare.`,
  },
  {
    id: 'existing_schema',
    title: 'Use a schema that exists',
    text: 'A new dataset over a schema that your team has made.',
  },
  {
    id: 'existing_dataset',
    title: 'Use a dataset that exists',
    text: 'Events join what is already in that dataset.',
  },
];

export function DestinationStep(props: StepProps) {
  const { values, change, notice, onBack, onContinue } = props;
  const reason = whyNot('destination', values);
  const source = props.defaults.source.name;
  return (
    <WizardStep
      notice={notice}
      onBack={onBack}
      note={reason}
      next={<ContinueButton label="Continue to mapping" reason={reason} onContinue={onContinue} />}
    >
      <div className={styles.page}>
        <div className={styles.intro}>
          <PageHeading>Where the events go</PageHeading>
          <p className={styles.lead}>
            Experience Platform keeps events in a dataset; a schema says what they look like.
          </p>
        </div>
        <ChoiceCards
          label="Where the events go"
          choices={choices(source, values.shape !== undefined)}
          chosen={values.destinationKind}
          onChoose={(destinationKind) => change({ destinationKind })}
        />
        <div className={styles.columns}>
          <div className={styles.fields}>
            {values.destinationKind === 'existing_schema' && <SchemaField {...props} />}
            {values.destinationKind === 'existing_dataset' ? (
              <DatasetField {...props} />
            ) : (
              <DatasetName {...props} />
            )}
          </div>
          <div className={styles.aside}>
            <WhatIsMade values={values} source={source} fields={props.defaults.starterFields.length} />
            {values.destinationKind === 'shape' && <LeftOut of={values.shape?.leftOut ?? []} />}
          </div>
        </div>
      </div>
    </WizardStep>
  );
}

function SchemaField({ defaults, values, change, problems }: StepProps) {
  const { key } = useSession();
  const list = useQuery(schemasQuery(key));
  return (
    <ChoiceField
      label="Schema"
      description={`Only schemas for events (XDM ExperienceEvent) can take what ${defaults.source.name} sends.`}
      emptyText="This sandbox has no schema for events yet. Make a new place instead."
      list={list}
      idOf={({ id }) => id}
      nameOf={({ title }) => title}
      chosen={values.schemaId}
      onChoose={(schemaId) => change({ schemaId })}
      error={messageFor(problems, 'destination.schemaId')}
    />
  );
}

function DatasetField({ values, change, problems }: StepProps) {
  const { key } = useSession();
  const list = useQuery(datasetsQuery(key));
  return (
    <ChoiceField
      label="Dataset"
      description="Other dataflows may write to it too; the review says so."
      emptyText="This sandbox has no dataset for events yet. Make a new place instead."
      list={list}
      idOf={({ id }) => id}
      nameOf={({ name }) => name}
      chosen={values.datasetId}
      onChoose={(datasetId) => change({ datasetId })}
      error={messageFor(problems, 'destination.datasetId')}
    />
  );
}

function DatasetName({ values, change, problems }: StepProps) {
  const errorMessage = messageFor(problems, 'destination.datasetName');
  return (
    <TextField
      label="Name of the dataset"
      description="This is what people look for in Experience Platform."
      isRequired
      necessityIndicator="label"
      value={values.datasetName}
      onChange={(datasetName) => change({ datasetName })}
      isInvalid={errorMessage !== undefined}
      {...(errorMessage === undefined ? {} : { errorMessage })}
      styles={style({ width: 'full' })}
    />
  );
}

interface MadeProps {
  values: Values;
  source: string;
  fields: number;
}

type Fact = readonly [title: string, text: string];

const SAME_SCHEMA = 'A dataset with that schema.';

/** What is made for the place of a recipe. */
function factsOf({ class: of, fieldGroups, identities, tags }: PlaceShape): readonly Fact[] {
  const about = of === 'profile' ? 'about people, with' : 'with';
  const groups = fieldGroups.length > 0 ? ', Adobe’s ready-made ones among them' : '';
  const named = identities.map(({ path, primary }) => (primary ? `${path} (primary)` : path));
  const keys = Object.keys(tags);
  return [
    ['Describing your events', `A schema ${about} the fields of the recipe${groups}.`],
    ...(named.length > 0 ? [['Saying whom an event is about', named.join(', ')] as const] : []),
    [
      'Making a place for them',
      keys.length > 0
        ? `A dataset with that schema and the tags of the recipe: ${keys.join(', ')}.`
        : SAME_SCHEMA,
    ],
  ];
}

function WhatIsMade({ values: { destinationKind, shape }, source, fields }: MadeProps) {
  const made: Record<DestinationKind, readonly Fact[]> = {
    starter: [
      ['Describing your events', `A schema with ${fields} fields, ready for ${source}.`],
      ['Making a place for them', SAME_SCHEMA],
    ],
    shape: shape ? factsOf(shape) : [],
    existing_schema: [
      ['Describing your events', 'Nothing new: the schema you choose stays as it is.'],
      ['Making a place for them', SAME_SCHEMA],
    ],
    existing_dataset: [
      ['Describing your events', 'Nothing new: the schema of the dataset stays as it is.'],
      ['Making a place for them', 'Nothing new: the dataset stays as it is.'],
    ],
  };
  return (
    <Card title="What is made here">
      <dl className={styles.facts}>
        {made[destinationKind].map(([title, text]) => (
          <div key={title}>
            <dt className={styles.second}>{title}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
