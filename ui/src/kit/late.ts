// A part of the window that is fetched when it is first needed. One that is there already is drawn at once, one that is
// not as soon as it comes: `lazy` would give way to a placeholder, and React leaves that up for 300 ms at least.
import { type ComponentType, createElement, type ReactNode, useEffect, useState } from 'react';

export interface Late<Props> {
  (props: Props): ReactNode;
  /** Never fails: what cannot be fetched says so when it is drawn. */
  preload: () => Promise<void>;
}

export function late<Props extends object>(fetch: () => Promise<ComponentType<Props>>): Late<Props> {
  const parcel = parcelOf(fetch);
  return Object.assign((props: Props) => createElement(Arriving<Props>, { parcel, props }), {
    preload: () => parcel.ask().catch(() => undefined),
  });
}

interface Parcel<Props> {
  /** Undefined until it is there. */
  part: ComponentType<Props> | undefined;
  /** Fetches it, once; after a failure whoever needs it next asks anew. */
  ask: () => Promise<void>;
}

function parcelOf<Props>(fetch: () => Promise<ComponentType<Props>>): Parcel<Props> {
  let asked: Promise<void> | undefined;
  const parcel: Parcel<Props> = {
    part: undefined,
    ask: () => {
      asked ??= fetch().then(
        (part) => {
          parcel.part = part;
        },
        (cause: unknown) => {
          asked = undefined;
          throw cause;
        },
      );
      return asked;
    },
  };
  return parcel;
}

/** How far it has come. */
interface Progress {
  isThere: boolean;
  fault?: unknown;
}

function Arriving<Props extends object>({ parcel, props }: { parcel: Parcel<Props>; props: Props }) {
  const [{ isThere, fault }, tell] = useState<Progress>({ isThere: parcel.part !== undefined });
  useEffect(() => {
    if (isThere) return undefined;
    let isLeft = false;
    parcel.ask().then(
      () => isLeft || tell({ isThere: true }),
      (cause: unknown) => isLeft || tell({ isThere: false, fault: cause }),
    );
    return () => {
      isLeft = true;
    };
  }, [parcel, isThere]);
  if (fault !== undefined) throw fault;
  return isThere && parcel.part ? createElement(parcel.part, props) : null;
}
