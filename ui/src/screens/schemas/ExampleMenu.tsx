// Example events of every source that Inlet knows, for those who have none at hand.
import {
  ActionButton,
  Header,
  Heading,
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Text,
} from '@react-spectrum/s2';
import { useQuery } from '@tanstack/react-query';
import { sourcesQuery } from '../../api/setupQueries';

export function ExampleMenu({ onTake }: { onTake: (text: string) => void }) {
  const { data: sources = [] } = useQuery(sourcesQuery());
  const take = (key: unknown) => {
    const examples = sources.flatMap(({ source, examples }) =>
      examples.map(({ id, text }) => ({ key: `${source.id} ${id}`, text })),
    );
    const found = examples.find((example) => example.key === key);
    if (found) onTake(found.text);
  };
  return (
    <MenuTrigger>
      <ActionButton size="S">Use an example event</ActionButton>
      <Menu onAction={take}>
        {sources.map(({ source, examples }) => (
          <MenuSection key={source.id}>
            <Header>
              <Heading>{source.name}</Heading>
            </Header>
            {examples.map(({ id, label }) => (
              <MenuItem key={id} id={`${source.id} ${id}`} textValue={label}>
                <Text slot="label">{label}</Text>
              </MenuItem>
            ))}
          </MenuSection>
        ))}
      </Menu>
    </MenuTrigger>
  );
}
