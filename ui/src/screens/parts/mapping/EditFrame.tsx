// The page on which the field mappings of something that exists are changed: while they are read, while they are
// changed, and when somebody else was faster.
import type { ReactNode } from 'react';
import { PageHeading } from '../../../kit/PageHeading';
import { ProblemPanel } from '../../../kit/ProblemPanel';
import { WizardFrame } from '../../../kit/WizardFrame';
import { CallProblem } from '../CallProblem';
import { DraftAside, type KeptDraft } from '../DraftNotes';
import { Reading } from '../Reading';
import { SandboxContext } from '../SandboxContext';
import styles from './EditFrame.module.css';

interface EditFrameProps {
  title: string;
  /** Name of what they belong to. */
  of?: string | undefined;
  draft?: KeptDraft;
  onClose: () => void;
  children: ReactNode;
}

export function EditFrame({ title, of, draft, onClose, children }: EditFrameProps) {
  return (
    <WizardFrame
      title={title}
      context={<SandboxContext />}
      aside={
        <span className={styles.aside}>
          {of !== undefined && <span className={styles.of}>{of}</span>}
          {draft && <DraftAside draft={draft} />}
        </span>
      }
      closeLabel={draft && !draft.failed ? `Close ${title}; changes are kept as a draft` : `Close ${title}`}
      onClose={onClose}
    >
      {children}
    </WizardFrame>
  );
}

interface BeforeEditProps {
  heading: string;
  /** Why they cannot be read. */
  error: Error | null;
  onRetry: () => void;
}

/** In place of the workbench until the field mappings are there. */
export function BeforeEdit({ heading, error, onRetry }: BeforeEditProps) {
  return (
    <div className={styles.before}>
      <PageHeading>{heading}</PageHeading>
      {error ? (
        <CallProblem error={error} onRetry={onRetry} />
      ) : (
        <Reading what="the field mappings" onRetry={onRetry} />
      )}
    </div>
  );
}

export function ChangedMeanwhile({ onReadTheirs }: { onReadTheirs: () => void }) {
  return (
    <ProblemPanel
      look="strip"
      title="Someone else changed the mapping meanwhile"
      hint="Nothing was saved. Your field mappings are still here; reading theirs replaces them."
      action={{ label: 'Read theirs', onPress: onReadTheirs }}
    />
  );
}
