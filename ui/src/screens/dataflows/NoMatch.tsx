// The filters keep no row: say which, and how to get them back.
import { Button } from '@react-spectrum/s2';
import styles from './NoMatch.module.css';
import type { Wish } from './rows';

export function NoMatch({ wish, onClear }: { wish: Wish; onClear: () => void }) {
  const { q, problems, filters } = wish;
  const filtered = Object.keys(filters).length > 0;
  return (
    <div className={styles.place}>
      <h2 className={styles.title}>{title(q, filtered)}</h2>
      {hint(q, problems, filtered) && <p className={styles.text}>{hint(q, problems, filtered)}</p>}
      <Button variant="secondary" onPress={onClear}>
        Show all dataflows
      </Button>
    </div>
  );
}

function title(q: string, filtered: boolean): string {
  if (q) return `No dataflow matches “${q}”`;
  return filtered ? 'No dataflow matches these filters' : 'No dataflow has a problem';
}

function hint(q: string, problems: boolean, filtered: boolean): string | undefined {
  if (problems && (q || filtered)) return 'Only dataflows with problems were searched.';
  if (q && filtered) return 'Only dataflows that the filters keep were searched.';
  return q ? 'Names, sources and IDs were searched.' : undefined;
}
