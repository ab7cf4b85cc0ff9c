// The record of a source: its words, its steps and its example events, known without asking anybody.
import { useQuery } from '@tanstack/react-query';
import type { SourceGuide } from '../../api/bindings/SourceGuide';
import { sourcesQuery } from '../../api/setupQueries';

/** Undefined while it is read, and for a source that is not set up here. */
export function useSource(id: string | undefined): SourceGuide | undefined {
  const { data } = useQuery(sourcesQuery());
  return data?.find(({ source }) => source.id === id);
}
