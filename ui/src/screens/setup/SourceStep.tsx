// Step 1: where the events come from, and what the dataflow is called.
import { TextArea, TextField } from '@react-spectrum/s2';
import CheckmarkCircle from '@react-spectrum/s2/icons/CheckmarkCircle';
import Data from '@react-spectrum/s2/icons/Data';
import InfoCircle from '@react-spectrum/s2/icons/InfoCircle';
import UserLock from '@react-spectrum/s2/icons/UserLock';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Card } from '../../kit/Card';
import { Glyph } from '../../kit/Glyph';
import { PageHeading } from '../../kit/PageHeading';
import styles from './setup.module.css';
import { messageFor, whyNot } from './steps';
import { ContinueButton, type StepProps, WizardStep } from './WizardStep';

export function SourceStep({ defaults, values, change, problems, notice, onBack, onContinue }: StepProps) {
  const { source } = defaults;
  const reason = whyNot('source', values);
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
        </div>
        <div className={styles.columns}>
          <div className={styles.fields}>
            <div className={styles.source}>
              <span className={styles.sourceMark}>
                <Glyph of={Data} size={20} />
              </span>
              <div>
                <div className={styles.sourceName}>
                  {source.name}
                  {source.beta && <span className={styles.beta}>Beta</span>}
                </div>
                <div className={styles.second}>
                  Guide, poll and NPS events, sent by a webhook as they happen
                </div>
              </div>
            </div>
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
          <BeforeYouStart name={source.name} beta={source.beta} />
        </div>
      </div>
    </WizardStep>
  );
}

function BeforeYouStart({ name, beta }: { name: string; beta: boolean }) {
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
              <strong>An admin of {name} for the last step</strong>
              The webhook address is pasted into {name} by someone who may change its integrations.
            </span>
          </li>
          {beta && (
            <li className={styles.fact}>
              <Glyph of={InfoCircle} size={20} />
              <span>
                <strong>Adobe calls this source beta</strong>
                It is offered to organisations that Adobe hosts on Azure. Whether yours is one is checked
                before anything is made.
              </span>
            </li>
          )}
        </ul>
      </Card>
    </div>
  );
}
