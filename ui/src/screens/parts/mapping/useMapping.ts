// Everything the workbench shows, joined: the lines in force, the fields on both sides, the live preview.
import { usePrefetchQuery, useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { Destination } from '../../../api/bindings/Destination';
import type { LineVerdict } from '../../../api/bindings/LineVerdict';
import type { MappingLine } from '../../../api/bindings/MappingLine';
import type { MappingPreview } from '../../../api/bindings/MappingPreview';
import type { SourceField } from '../../../api/bindings/SourceField';
import type { TargetField } from '../../../api/bindings/TargetField';
import { useSession } from '../../../api/session';
import { previewQuery, sampleQuery } from '../../../api/setupQueries';
import { useDebounced } from '../../../kit/useDebounced';
import { lineKey } from './lines';

const TYPING_MS = 300;
// Always the same ones: what is drawn of them stays.
const NO_FIELDS: readonly SourceField[] = [];
const NO_WORDS: readonly string[] = [];

export interface Mapping {
  /** Our own id of the source that the event is of. */
  source: string;
  /** The sample, JSON text. */
  text: string;
  /** Which of its events. */
  event: number;
  destination: Destination;
  lines: readonly MappingLine[];
  /** Names of the events in the sample. */
  events: readonly string[];
  sourceFields: readonly SourceField[];
  sampleWarnings: readonly string[];
  targetFields: readonly TargetField[];
  /** The same by path. */
  targets: ReadonlyMap<string, TargetField>;
  preview: MappingPreview | undefined;
  /** The preview shown is not yet that of the lines shown. */
  working: boolean;
  previewError: unknown;
  /** What could not be read of the fields on either side. */
  fieldsError: unknown;
  reading: boolean;
  retry: () => void;
  verdictOf: (line: MappingLine) => LineVerdict | undefined;
}

/** The schema that the record must fit, as far as it has been read. */
export interface Target {
  fields: readonly TargetField[];
  ready: boolean;
  error: unknown;
  retry: () => void;
}

interface Mapped {
  /** Our own id of the source that the event is of. */
  source: string;
  /** The sample, JSON text. */
  text: string;
  /** Which of its events is mapped. */
  event: number;
  lines: readonly MappingLine[];
  destination: Destination;
  target: Target;
}

/** By line and not by place: of a preview that follows another, whatever says the same is then taken for the same. */
function judge({ asked, preview }: { asked: readonly MappingLine[]; preview: MappingPreview }) {
  const verdicts: Record<string, LineVerdict | undefined> = Object.fromEntries(
    asked.map((line, index) => [lineKey(line), preview.lines[index]]),
  );
  return { preview, verdicts };
}

export function useMapping({ source, text, event, lines, destination, target }: Mapped): Mapping {
  const session = useSession();
  // Asked for before the panels are drawn, so that the answer comes while they are.
  usePrefetchQuery(sampleQuery(text, event));
  const sample = useQuery(sampleQuery(text, event));
  const settled = useDebounced(lines, TYPING_MS);
  const preview = useQuery({
    ...previewQuery(session.key, {
      source,
      sample: text,
      event,
      lines: [...settled],
      destination,
    }),
    enabled: target.ready,
    select: judge,
  });
  const verdicts = preview.data?.verdicts;
  const verdictOf = useCallback((line: MappingLine) => verdicts?.[lineKey(line)], [verdicts]);
  const targets = useMemo(() => new Map(target.fields.map((field) => [field.path, field])), [target.fields]);
  return {
    source,
    text,
    event,
    destination,
    lines,
    events: sample.data?.events ?? NO_WORDS,
    sourceFields: sample.data?.fields ?? NO_FIELDS,
    sampleWarnings: sample.data?.warnings ?? NO_WORDS,
    targetFields: target.fields,
    targets,
    preview: preview.data?.preview,
    working: preview.isFetching || settled !== lines,
    previewError: preview.error,
    fieldsError: sample.error ?? target.error,
    reading: !target.ready || sample.isPending,
    retry: () => {
      target.retry();
      void sample.refetch();
      void preview.refetch();
    },
    verdictOf,
  };
}
