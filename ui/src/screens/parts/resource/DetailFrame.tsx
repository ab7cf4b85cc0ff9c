// The frame of one resource's page, and of the form for a new one: the way back, its name, and what it could not be
// read for.
import type { ReactNode } from 'react';
import type { FlowState } from '../../../api/bindings/FlowState';
import { DetailHead } from '../../../kit/DetailHead';
import { PageHeading } from '../../../kit/PageHeading';
import { stateWord } from '../../../lib/terms';
import { CallProblem } from '../CallProblem';
import { Reading } from '../Reading';
import styles from './DetailFrame.module.css';

interface DetailFrameProps {
  /** The link back to the list. */
  back: ReactNode;
  /** Its name; what it is while that is not read. */
  title: string;
  state?: FlowState | undefined;
  /** Beside the title. */
  action?: ReactNode;
  /** What is being read, such as "the account". */
  what: string;
  read: boolean;
  error: unknown;
  onRetry: () => void;
  main: ReactNode;
  aside: ReactNode;
}

export function DetailFrame(props: DetailFrameProps) {
  const { back, title, state, action, what, read, error, onRetry, main, aside } = props;
  return (
    <div className={styles.page}>
      <DetailHead back={back}>
        <PageHeading>{title}</PageHeading>
        {state && <span className={styles.state}>{stateWord(state)}</span>}
        {action}
      </DetailHead>
      {Boolean(error) && (
        <div className={styles.trouble}>
          <CallProblem look={read ? 'strip' : 'panel'} error={error} onRetry={onRetry} />
        </div>
      )}
      {!read && !error && <Reading what={what} onRetry={onRetry} />}
      {read && (
        <div className={styles.columns}>
          <div className={styles.main}>{main}</div>
          <div className={styles.aside}>{aside}</div>
        </div>
      )}
    </div>
  );
}

interface NewFrameProps {
  back: ReactNode;
  title: string;
  /** For a form with a table. */
  isWide?: boolean;
  children: ReactNode;
}

/** The page of a form for a new resource. */
export function NewFrame({ back, title, isWide, children }: NewFrameProps) {
  return (
    <div className={styles.page}>
      <DetailHead back={back}>
        <PageHeading>{title}</PageHeading>
      </DetailHead>
      <div className={styles.body} data-wide={isWide || undefined}>
        {children}
      </div>
    </div>
  );
}
