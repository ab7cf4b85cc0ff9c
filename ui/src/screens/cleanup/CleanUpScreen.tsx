// What is left over in the sandbox, and what was deleted from here: both are looked at before anything is pressed.
import { useNavigate, useSearch } from '@tanstack/react-router';
import { PageHeading } from '../../kit/PageHeading';
import { PanelTabs } from '../../kit/PanelTabs';
import styles from './CleanUpScreen.module.css';
import { CLEAN_UP_PARTS } from './cleanUpSearch';
import { DeletedList } from './DeletedList';
import { LeftoverList } from './LeftoverList';

export function CleanUpScreen() {
  const navigate = useNavigate();
  const { part = 'leftovers' } = useSearch({ from: '/clean-up' });
  const select = (id: string) => {
    const next = CLEAN_UP_PARTS.find((known) => known === id);
    if (next) void navigate({ to: '/clean-up', search: { part: next }, replace: true });
  };
  return (
    <div className={styles.screen}>
      <header className={styles.head}>
        <PageHeading>Clean up</PageHeading>
      </header>
      <PanelTabs
        label="Clean up"
        look="page"
        selected={part}
        onSelect={select}
        tabs={[
          { id: 'leftovers', label: 'Left over', content: <LeftoverList /> },
          { id: 'deleted', label: 'Deleted dataflows', content: <DeletedList /> },
        ]}
      />
    </div>
  );
}
