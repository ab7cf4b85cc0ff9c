// Tags of a dataset: a name and its values, a line each. Those that Experience Platform reads itself are only shown.
import { ActionButton, Button, Text, TextField, Tooltip, TooltipTrigger } from '@react-spectrum/s2';
import Add from '@react-spectrum/s2/icons/Add';
import Close from '@react-spectrum/s2/icons/Close';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { ResourceTag } from '../../api/bindings/ResourceTag';
import styles from './TagFields.module.css';

interface TagFieldsProps {
  tags: readonly ResourceTag[];
  onChange: (tags: ResourceTag[]) => void;
  /** By `tags.` and the place of the tag. */
  messages: Record<string, string>;
}

export function TagFields({ tags, onChange, messages }: TagFieldsProps) {
  const put = (place: number, tag: ResourceTag) =>
    onChange(tags.map((old, at) => (at === place ? tag : old)));
  return (
    <fieldset className={styles.tags}>
      <legend className={styles.legend}>Tags</legend>
      <p className={styles.about}>Words to find it by. Put commas between several values of one tag.</p>
      {tags.map((tag, place) => {
        const message = messages[`tags.${place}`];
        return tag.fixed ? (
          <p key={tag.key} className={styles.fixed}>
            {tag.key}: {tag.values.join(', ')} (read by Experience Platform)
          </p>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: a tag that is being named has nothing else to be told by
          <div key={place} className={styles.tag}>
            <TextField
              label="Name"
              aria-label={`Name of tag ${place + 1}`}
              autoComplete="off"
              value={tag.key}
              onChange={(key) => put(place, { ...tag, key })}
              isInvalid={message !== undefined}
              errorMessage={message ?? ''}
              validationBehavior="aria"
              styles={style({ width: 'full' })}
            />
            <TextField
              label="Values"
              aria-label={`Values of tag ${place + 1}`}
              autoComplete="off"
              value={tag.values.join(',')}
              onChange={(text) => put(place, { ...tag, values: text.split(',') })}
              styles={style({ width: 'full' })}
            />
            <TooltipTrigger>
              <ActionButton
                isQuiet
                aria-label={`Remove tag ${tag.key || place + 1}`}
                onPress={() => onChange(tags.filter((_, at) => at !== place))}
              >
                <Close />
              </ActionButton>
              <Tooltip>Remove tag</Tooltip>
            </TooltipTrigger>
          </div>
        );
      })}
      <Button
        size="S"
        variant="secondary"
        onPress={() => onChange([...tags, { key: '', values: [], fixed: false }])}
      >
        <Add />
        <Text>Add tag</Text>
      </Button>
    </fieldset>
  );
}

/** Tags in a line of text. */
export function tagWords(tags: readonly ResourceTag[]): string {
  const own = tags.filter(({ fixed }) => !fixed);
  if (own.length === 0) return 'none';
  return own.map(({ key, values }) => `${key}: ${values.map((value) => value.trim()).join(', ')}`).join('; ');
}
