// Step 1: where the events come from, and what the dataflow is called.
import { ActionButton, Text, TextArea, TextField } from '@react-spectrum/s2';
import CheckmarkCircle from '@react-spectrum/s2/icons/CheckmarkCircle';
import Data from '@react-spectrum/s2/icons/Data';
import FileIcon from '@react-spectrum/s2/icons/File';
import InfoCircle from '@react-spectrum/s2/icons/InfoCircle';
import UserLock from '@react-spectrum/s2/icons/UserLock';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SourceInfo } from '../../api/bindings/SourceInfo';
import { sourcesQuery } from '../../api/setupQueries';
import { Card } from '../../kit/Card';
import { type Choice, ChoiceCards } from '../../kit/ChoiceCards';
import { Glyph } from '../../kit/Glyph';
import { PageHeading } from '../../kit/PageHeading';
import { Spinner } from '../../kit/Spinner';
import { CallProblem } from '../parts/CallProblem';
import { RecipeDialog } from './RecipeDialog';
import styles from './setup.module.css';
import { messageFor, whyNot } from './steps';
import { ContinueButton, type StepProps, WizardStep } from './WizardStep';

export function SourceStep(props: StepProps) {
  const { defaults, values, change, problems, notice, onBack, onContinue } = props;
  const { source, offered } = defaults;
  const reason = whyNot('source', values) ?? whyNotOffered(source, offered);
  const problem = (field: string) => {
    const errorMessage = messageFor(problems, field);
    return errorMessage === undefined ? {} : { isInvalid: true, errorMessage };
  };
  return (
    <WizardStep
      notice={notice}
      onBack={onBack}
      note={reason}
      next={<ContinueButton label="Continue" reason={reason} onContinue={onContinue} />}
    >
      <div className={styles.page}>
        <div className={styles.intro}>
          <PageHeading>Where the events come from</PageHeading>
          <p className={styles.lead}>Everything is filled in. Change the name if you like, and go on.</p>
          {!props.replaces && <FromRecipe {...props} />}
        </div>
        {props.replaces ? <OneSource source={source} /> : <Sources {...props} />}
        <div className={styles.columns}>
          <div className={styles.fields}>
            <TextField
              label="Name of the dataflow"
              description="People see this name here and in Experience Platform."
              isRequired
              necessityIndicator="label"
              value={values.name}
              onChange={(name) => change({ name })}
              {...problem('name')}
              styles={style({ width: 'full' })}
            />
            <TextArea
              label="Description (optional)"
              value={values.description}
              onChange={(description) => change({ description })}
              {...problem('description')}
              styles={style({ width: 'full' })}
            />
          </div>
          <BeforeYouStart source={source} />
        </div>
      </div>
    </WizardStep>
  );
}

/** Why a source cannot be set up here. */
function whyNotOffered({ id, name }: SourceInfo, offered: readonly string[]): string | undefined {
  return offered.includes(id) ? undefined : `Adobe does not offer ${name} to your organisation`;
}

function FromRecipe({ recipe }: StepProps) {
  const [open, setOpen] = useState(false);
  return (
    <div>
      <ActionButton size="S" onPress={() => setOpen(true)}>
        <FileIcon />
        <Text>Start from a recipe</Text>
      </ActionButton>
      <RecipeDialog isOpen={open} use={recipe} onClose={() => setOpen(false)} />
    </div>
  );
}

/** A dataflow that takes the place of another is for the same source. */
function OneSource({ source }: { source: SourceInfo }) {
  return (
    <div className={styles.source}>
      <span className={styles.sourceMark}>
        <Glyph of={Data} size={20} />
      </span>
      <div>
        <div className={styles.sourceName}>
          {source.name}
          {source.beta && <span className={styles.beta}>Beta</span>}
        </div>
        <div className={styles.second}>{source.about}</div>
      </div>
    </div>
  );
}

function Sources({ defaults, values, problems, sources }: StepProps) {
  const { data } = useQuery(sourcesQuery());
  const known = data?.map(({ source }) => source) ?? [defaults.source];
  const message = messageFor(problems, 'source');
  return (
    <div className={styles.sources}>
      <ChoiceCards
        label="Where the events come from"
        choices={known.map((source) => choiceOf(source, defaults.offered))}
        chosen={sources.pending ?? values.source}
        onChoose={sources.choose}
      />
      {sources.pending && (
        <p className={styles.waiting} role="status">
          <Spinner size={16} /> Checking which names are free…
        </p>
      )}
      {sources.error && <CallProblem look="strip" error={sources.error} onRetry={sources.again} />}
      {message && (
        <p className={styles.problem} role="alert">
          {message}
        </p>
      )}
    </div>
  );
}

function choiceOf(source: SourceInfo, offered: readonly string[]): Choice<string> {
  const { id, name: title, about: text, beta } = source;
  const why = whyNotOffered(source, offered);
  if (why) return { id, title, text: `${why}. ${source.notOffered}`, isOff: true };
  return { id, title, text, ...(beta && { mark: 'Beta' }) };
}

function BeforeYouStart({ source }: { source: SourceInfo }) {
  const { name, beta } = source;
  return (
    <div className={styles.aside}>
      <Card title="Good to know">
        <ul className={styles.facts}>
          <li className={styles.fact}>
            <Glyph of={CheckmarkCircle} size={20} tone="positive" />
            <span>
              <strong>{name} needs no account here</strong>
              It sends its events by itself. Adobe’s own pages speak of an account; there is none to make.
            </span>
          </li>
          <li className={styles.fact}>
            <Glyph of={UserLock} size={20} />
            <span>
              <strong>A {name} admin for the last step</strong>
              The webhook address is pasted into {name} by someone who may change its integrations.
            </span>
          </li>
          {beta && (
            <li className={styles.fact}>
              <Glyph of={InfoCircle} size={20} />
              <span>
                <strong>Adobe calls this source beta</strong>
                {source.notOffered} Whether it is offered to yours is checked before anything is made.
              </span>
            </li>
          )}
        </ul>
      </Card>
    </div>
  );
}
