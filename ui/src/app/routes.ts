// Every page of the window: its address, its title, its frame, and the named states that it can be in, so that tests
// can walk screen × state × theme and fail on one that nobody shows.
import { PAGES } from './pages';
import { RESOURCE_PAGES } from './resourcePages';

export const ROUTES = { ...PAGES, ...RESOURCE_PAGES };

export interface RouteFacts {
  path: `/${string}`;
  /** For the window's title. */
  title: string;
  /** `rail` sits beside the left rail, `bare` fills the window (welcome, guided tasks). */
  frame: 'rail' | 'bare';
  /** Only drawn while somebody is signed in (or practising); otherwise Welcome is. */
  needsSession: boolean;
  states: readonly string[];
}

export type RouteId = keyof typeof ROUTES;
