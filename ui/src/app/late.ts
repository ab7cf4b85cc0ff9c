// A part of the window that is fetched when it is first needed. One that is there already is drawn at once: `lazy` would
// give way to a placeholder first, and React leaves a placeholder up for 300 ms before it draws what came.
import { type ComponentType, createElement, type ReactNode, use } from 'react';

export interface Late<Props> {
  (props: Props): ReactNode;
  /** Undefined when it is there. Never fails: what cannot be fetched says so when it is drawn. */
  preload: () => Promise<void> | undefined;
}

export function late<Props extends object>(fetch: () => Promise<ComponentType<Props>>): Late<Props> {
  let part: ComponentType<Props> | undefined;
  let asked: Promise<ComponentType<Props>> | undefined;
  const ask = () => {
    asked ??= fetch().then((found) => {
      part = found;
      return found;
    });
    return asked;
  };
  const drawn = (props: Props) => createElement(part ?? use(ask()), props);
  const preload = () =>
    part
      ? undefined
      : ask().then(
          () => undefined,
          () => undefined,
        );
  return Object.assign(drawn, { preload });
}
