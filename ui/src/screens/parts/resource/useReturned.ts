// A draft of an earlier visit opens the form of a card by itself, once.
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { Draft } from '../../../api/bindings/Draft';
import { useSession } from '../../../api/session';
import { draftQuery } from '../../../api/setupQueries';
import { useSteady } from '../../../kit/useSteady';
import { changeFrom } from '../useEdit';
import type { Words, WordsCardProps } from './WordsCard';

type Card<W extends Words> = Pick<
  WordsCardProps<W>,
  'words' | 'canEdit' | 'isOpen' | 'isBlocked' | 'onOpen'
> & {
  /** That of the draft. */
  name: string;
};

/** The draft, while the form that it opened is open. */
export function useReturned<W extends Words>(card: Card<W>): Draft | undefined {
  const { name, words, canEdit, isOpen, isBlocked, onOpen } = card;
  const session = useSession();
  const { data } = useQuery({ ...draftQuery(session.key, name), enabled: canEdit });
  const [returned, setReturned] = useState<Draft>();
  const looked = useRef(false);
  const arrive = useSteady((draft: Draft | null) => {
    if (looked.current) return;
    looked.current = true;
    if (!draft || isOpen || isBlocked || !changeFrom(draft, words)) return;
    setReturned(draft);
    onOpen();
  });
  useEffect(() => {
    if (data !== undefined) arrive(data);
  }, [data, arrive]);
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    if (wasOpen.current && !isOpen) setReturned(undefined);
    wasOpen.current = isOpen;
  }, [isOpen]);
  return returned;
}
