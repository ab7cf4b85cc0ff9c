// Which columns show. Columns that find no room still fold below others; these are gone until they are wanted.
import { ActionButton, Menu, MenuItem, MenuTrigger, Text } from '@react-spectrum/s2';
import Table from '@react-spectrum/s2/icons/Table';
import { type ColumnId, HIDEABLE } from './columns';
import { TITLES } from './FlowGridHead';

interface ColumnsMenuProps {
  hidden: readonly ColumnId[];
  onHide: (hidden: ColumnId[]) => void;
}

export function ColumnsMenu({ hidden, onHide }: ColumnsMenuProps) {
  const shown = HIDEABLE.filter((id) => !hidden.includes(id));
  return (
    <MenuTrigger align="end">
      <ActionButton isQuiet aria-label="Columns">
        <Table />
      </ActionButton>
      <Menu
        aria-label="Columns"
        selectionMode="multiple"
        selectedKeys={shown}
        onSelectionChange={(keys) => {
          const wanted = keys === 'all' ? HIDEABLE : HIDEABLE.filter((id) => keys.has(id));
          onHide(HIDEABLE.filter((id) => !wanted.includes(id)));
        }}
      >
        {HIDEABLE.map((id) => (
          <MenuItem key={id} id={id} textValue={TITLES[id].title}>
            <Text slot="label">{TITLES[id].title}</Text>
          </MenuItem>
        ))}
      </Menu>
    </MenuTrigger>
  );
}
