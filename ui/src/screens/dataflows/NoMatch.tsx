// The filter keeps no row: say which, and how to get them back.
import { Button } from '@react-spectrum/s2';
import styles from './NoMatch.module.css';

interface NoMatchProps {
  q: string;
  problems: boolean;
  onClear: () => void;
}

export function NoMatch({ q, problems, onClear }: NoMatchProps) {
  return (
    <div className={styles.place}>
      <h2 className={styles.title}>{q ? `No dataflow matches “${q}”` : 'No dataflow has a problem'}</h2>
      {q && (
        <p className={styles.text}>
          {problems ? 'Only dataflows with problems were searched.' : 'Names, sources and IDs were searched.'}
        </p>
      )}
      <Button variant="secondary" onPress={onClear}>
        Show all dataflows
      </Button>
    </div>
  );
}
