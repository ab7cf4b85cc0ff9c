// The field mappings of a mapping that exists, while they are changed: kept as a draft, and back when the page is opened
// again. What is saved is compared with the version that the change started from.
import { type ReactNode, useState } from 'react';
import type { Draft } from '../../../api/bindings/Draft';
import type { MappingLine } from '../../../api/bindings/MappingLine';
import { DraftBack, type KeptDraft } from '../DraftNotes';
import { type Restored, restoredFrom, useReturning } from '../useReturning';
import { type MappingDraft, readMappingDraft } from './draft';
import type { SampleChoice } from './sample';

/** A version of the mapping as the platform has it. */
interface Version {
  original: MappingDraft['original'];
  lines: readonly MappingLine[];
}

export interface MappingEdit extends MappingDraft {
  /** Something was changed since the page was opened. */
  dirty: boolean;
  setLines: (lines: readonly MappingLine[]) => void;
  setSample: (sample: SampleChoice) => void;
  draft: KeptDraft;
  /** That a draft is back, and the way to do without it. */
  notice: ReactNode;
  /** Takes the version as it is now, and forgets the draft. */
  startOver: () => void;
  /** After it was saved. */
  forget: () => void;
}

interface EditOf {
  /** Name of the draft. */
  name: string;
  version: Version;
  /** What is on disk when the page opens; undefined once somebody else's version was read in its place. */
  kept: Draft | null | undefined;
  onStartOver: () => void;
}

export function useMappingEdit({ name, version, kept, onStartOver }: EditOf): MappingEdit {
  const [opened, setOpened] = useState(version);
  const { values, setValues, draft, returnedFrom, restart, forget } = useReturning<MappingDraft>(
    name,
    () => changedFrom(kept, version),
    () => startFrom(version),
  );
  const startOver = () => {
    setOpened(version);
    restart(startFrom(version));
    onStartOver();
  };
  const { original } = values;
  const isOlder = original.id !== version.original.id || original.version !== version.original.version;
  return {
    ...values,
    dirty: !sameLines(values.lines, opened.lines),
    setLines: (lines) => setValues((before) => ({ ...before, lines: [...lines] })),
    setSample: (sample) => setValues((before) => ({ ...before, sample })),
    draft,
    notice: returnedFrom !== undefined && (
      <DraftBack
        savedAt={returnedFrom}
        {...(isOlder && { note: 'Someone changed the mapping since; saving does not overwrite that.' })}
        onStartOver={startOver}
      />
    ),
    startOver,
    forget,
  };
}

function startFrom({ original, lines }: Version): MappingDraft {
  return { original, lines: [...lines], sample: { kind: 'example', id: '' } };
}

/** A draft that says nothing new is none. */
function changedFrom(
  draft: Draft | null | undefined,
  { lines }: Version,
): Restored<MappingDraft> | undefined {
  const back = restoredFrom(draft, readMappingDraft);
  return back && !sameLines(back.values.lines, lines) ? back : undefined;
}

function sameLines(one: readonly MappingLine[], other: readonly MappingLine[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
