// A recipe: dropped, browsed for or pasted; then what is different here; then the wizard opens at its review. Nothing
// is made before the review is pressed.
import {
  Button,
  ButtonGroup,
  Content,
  Dialog,
  DialogContainer,
  Heading,
  Radio,
  RadioGroup,
} from '@react-spectrum/s2';
import AlertDiamond from '@react-spectrum/s2/icons/AlertDiamond';
import InfoCircle from '@react-spectrum/s2/icons/InfoCircle';
import { useState } from 'react';
import type { RecipeRead } from '../../api/bindings/RecipeRead';
import type { RecipeWay } from '../../api/bindings/RecipeWay';
import { useWrite } from '../../api/mutations';
import { CodeField } from '../../kit/CodeField';
import { DialogBody } from '../../kit/DialogBody';
import { Glyph } from '../../kit/Glyph';
import { Spinner } from '../../kit/Spinner';
import { plural } from '../../lib/number';
import { whyNoRecipe } from '../../lib/size';
import { BrowseButton } from '../parts/BrowseButton';
import { CallProblem } from '../parts/CallProblem';
import { useBoundedText } from '../parts/useBoundedText';
import styles from './RecipeDialog.module.css';
import type { RecipeUse } from './useRecipe';

/** Which schema: the place of one that is here, or a new one. */
const FIRST = '0';
const NEW = 'new';

interface RecipeDialogProps {
  use: RecipeUse;
  onClose: () => void;
}

export function RecipeDialog({ isOpen, ...props }: RecipeDialogProps & { isOpen: boolean }) {
  return <DialogContainer onDismiss={props.onClose}>{isOpen && <Recipe {...props} />}</DialogContainer>;
}

function Recipe({ use, onClose }: RecipeDialogProps) {
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(FIRST);
  const read = useWrite('read_recipe');

  const { refusal, takeFile, field } = useBoundedText({
    whyNot: whyNoRecipe,
    onTry: () => {
      setChosen(FIRST);
      read.reset();
    },
    onText: (next) => {
      setText(next);
      if (next.trim() !== '') read.mutate({ text: next });
    },
  });
  const problem = read.error?.app.fields.find(({ field }) => field === 'text')?.message;
  const way = read.data && wayOf(read.data, chosen);
  return (
    <Dialog size="L">
      <Heading slot="title">Start from a recipe</Heading>
      <Content>
        <DialogBody
          lead={
            <>
              A recipe is a dataflow as a file, exported from its page in Inlet: source, schema, mapping and
              settings. Nothing is made before you press Create dataflow in the review.
            </>
          }
        >
          <CodeField
            label="The recipe"
            description="Drop the .inlet.json file here, or paste what stands in it."
            error={refusal ?? problem}
            rows={read.data ? 2 : 8}
            value={text}
            {...field}
          />
          <BrowseButton types={['application/json', '.json']} onFile={takeFile} />
          {read.isPending && (
            <p className={styles.waiting} role="status">
              <Spinner size={16} /> Comparing it with this sandbox…
            </p>
          )}
          {read.error && !problem && (
            <CallProblem look="strip" error={read.error} onRetry={() => read.mutate({ text })} />
          )}
          {read.data && read.data.sameSchemas.length > 0 && (
            <RadioGroup label="Schema" value={chosen} onChange={setChosen}>
              {read.data.sameSchemas.map(({ title }, index) => (
                <Radio key={title} value={`${index}`}>
                  {`Use “${title}”, which is here and has the same fields and identities`}
                </Radio>
              ))}
              <Radio value={NEW}>Make a new schema</Radio>
            </RadioGroup>
          )}
          {read.data && way && <Differences of={read.data} way={way} />}
          {use.error && <CallProblem look="strip" error={use.error} onRetry={use.again} />}
        </DialogBody>
      </Content>
      <ButtonGroup>
        <Button variant="secondary" onPress={onClose}>
          Cancel
        </Button>
        <Button
          variant="accent"
          isDisabled={!way}
          isPending={use.isPending}
          onPress={() => way && use.take(way.form)}
        >
          Use this recipe
        </Button>
      </ButtonGroup>
    </Dialog>
  );
}

/** A schema that is the same is used, unless a person wants another beside it. */
function wayOf({ newSchema, sameSchemas }: RecipeRead, chosen: string): RecipeWay {
  return (chosen === NEW ? undefined : sameSchemas[Number(chosen)]?.way) ?? newSchema;
}

function Differences({
  of: { name, source },
  way: { form, differences },
}: {
  of: RecipeRead;
  way: RecipeWay;
}) {
  const lines = plural(form.lines.length, 'field mapping', 'field mappings');
  return (
    <section className={styles.read} aria-label="What the recipe makes here">
      <p>
        <strong>{name}</strong>, a dataflow of {source} with {lines}.{' '}
        {differences.length > 0 ? 'What to know:' : 'Nothing is different here.'}
      </p>
      {differences.length > 0 && (
        <ul className={styles.differences}>
          {differences.map(({ grave, text }) => (
            <li key={text} className={styles.difference}>
              {grave ? <Glyph of={AlertDiamond} tone="negative" /> : <Glyph of={InfoCircle} />}
              <span>{text}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
