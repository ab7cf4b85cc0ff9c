// One of the dataflows that the home screen lists; one that the list does not know yet is named by its id.
import { ComboBox, ComboBoxItem } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useFlowList } from '../../api/useFlowList';
import { CallProblem } from './CallProblem';

interface FlowChoiceProps {
  chosen: string | undefined;
  onChoose: (id?: string) => void;
  /** One that is no choice. */
  except?: string | undefined;
  labelPosition?: 'side' | 'top';
}

export function FlowChoice({ chosen, onChoose, except, labelPosition = 'side' }: FlowChoiceProps) {
  const { list, error, renew } = useFlowList();
  const rows = list?.rows ?? [];
  const items = rows.filter(({ id }) => id !== except).map(({ id, name }) => ({ id, name }));
  if (chosen !== undefined && !rows.some(({ id }) => id === chosen)) items.push({ id: chosen, name: chosen });
  return (
    <>
      <ComboBox
        // It shows what was chosen before the list was there.
        key={list ? 'known' : 'reading'}
        label="Dataflow"
        labelPosition={labelPosition}
        placeholder={list ? 'Choose a dataflow' : 'Reading the dataflows…'}
        defaultItems={items}
        selectedKey={chosen ?? null}
        onSelectionChange={(id) => onChoose(id === null ? undefined : String(id))}
        menuWidth={360}
        styles={style({ width: 420, maxWidth: 'full' })}
      >
        {({ id, name }) => <ComboBoxItem id={id}>{name}</ComboBoxItem>}
      </ComboBox>
      {error && !list && <CallProblem look="strip" error={error} onRetry={renew} />}
    </>
  );
}
