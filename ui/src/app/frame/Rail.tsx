// The left rail: the sandbox first, then the pages that exist, then who is signed in.
import { type IconProps, Tooltip, TooltipTrigger } from '@react-spectrum/s2';
import ChartTrend from '@react-spectrum/s2/icons/ChartTrend';
import Data from '@react-spectrum/s2/icons/Data';
import Erase from '@react-spectrum/s2/icons/Erase';
import HelpCircle from '@react-spectrum/s2/icons/HelpCircle';
import History from '@react-spectrum/s2/icons/History';
import Home from '@react-spectrum/s2/icons/Home';
import Key from '@react-spectrum/s2/icons/Key';
import Preview from '@react-spectrum/s2/icons/Preview';
import Settings from '@react-spectrum/s2/icons/Settings';
import Switch from '@react-spectrum/s2/icons/Switch';
import type { FunctionComponent } from 'react';
import { Link } from 'react-aria-components/Link';
import { useAppState } from '../../api/session';
import { AppMark } from '../../kit/AppMark';
import { Glyph } from '../../kit/Glyph';
import { TERMS } from '../../lib/terms';
import { ROUTES, type RouteId } from '../routes';
import styles from './Rail.module.css';
import { SandboxCard } from './SandboxCard';
import { SignInCard } from './SignInCard';

interface RailPage {
  id: RouteId;
  icon: FunctionComponent<IconProps>;
  /** Where one entry stands for several pages side by side. */
  group?: { label: string; pages: readonly RouteId[] };
}

const RESOURCES = {
  label: 'Resources',
  pages: ['datasets', 'schemas', 'sourceConnections', 'targetConnections', 'mappings'],
} as const satisfies RailPage['group'];

const PAGES: readonly RailPage[] = [
  { id: 'welcome', icon: Home },
  { id: 'overview', icon: ChartTrend },
  { id: 'dataflows', icon: Switch },
  { id: 'inspector', icon: Preview },
  { id: 'datasets', icon: Data, group: RESOURCES },
  { id: 'accounts', icon: Key },
  { id: 'cleanUp', icon: Erase },
  { id: 'activity', icon: History },
  { id: 'errorBook', icon: HelpCircle },
  { id: 'settings', icon: Settings },
];

export function Rail({ current }: { current: RouteId }) {
  const { session } = useAppState();
  // Welcome is the way in, so it stands here only while nobody is in.
  const pages = PAGES.filter(({ id }) => (session ? id !== 'welcome' : !ROUTES[id].needsSession));
  return (
    <aside className={styles.rail} aria-label="Sandbox, pages and sign-in">
      <div className={styles.brand}>
        <AppMark />
        <span className={styles.word}>{TERMS.app}</span>
      </div>
      {session && <SandboxCard session={session} />}
      <nav className={styles.nav} aria-label="Pages">
        <ul>
          {pages.map(({ id, icon, group }) => (
            <li key={id}>
              <TooltipTrigger placement="end">
                <Link
                  href={ROUTES[id].path}
                  className={styles.link ?? ''}
                  aria-current={standing(group?.pages ?? [id], current)}
                >
                  <Glyph of={icon} size={20} />
                  <span className={styles.word}>{group?.label ?? ROUTES[id].title}</span>
                </Link>
                <Tooltip UNSAFE_className={styles.narrowOnly ?? ''}>
                  {group?.label ?? ROUTES[id].title}
                </Tooltip>
              </TooltipTrigger>
            </li>
          ))}
        </ul>
      </nav>
      <SignInCard />
    </aside>
  );
}

/** An entry is where one is on its page, and on those below it: one dataflow belongs to Dataflows. */
function standing(pages: readonly RouteId[], current: RouteId): 'page' | 'true' | undefined {
  if (pages.includes(current)) return 'page';
  const below = pages.some((page) => ROUTES[current].path.startsWith(`${ROUTES[page].path}/`));
  return below ? 'true' : undefined;
}
