// Status of a dataflow: icon and word, never colour alone. The word stays grey or black; the icon is coloured.
import type { IconProps } from '@react-spectrum/s2';
import AlertDiamond from '@react-spectrum/s2/icons/AlertDiamond';
import AlertTriangle from '@react-spectrum/s2/icons/AlertTriangle';
import CheckmarkCircle from '@react-spectrum/s2/icons/CheckmarkCircle';
import Clock from '@react-spectrum/s2/icons/Clock';
import ClockPending from '@react-spectrum/s2/icons/ClockPending';
import Edit from '@react-spectrum/s2/icons/Edit';
import HelpCircle from '@react-spectrum/s2/icons/HelpCircle';
import PauseCircle from '@react-spectrum/s2/icons/PauseCircle';
import type { FunctionComponent } from 'react';
import { STATUS_LOOK, type StatusIcon, type StatusName } from '../lib/status';
import { Glyph } from './Glyph';
import { Moon } from './Moon';
import { Spinner } from './Spinner';
import styles from './StatusBadge.module.css';

const ICONS: Record<Exclude<StatusIcon, 'spinner'>, FunctionComponent<IconProps>> = {
  check: CheckmarkCircle,
  triangle: AlertTriangle,
  diamond: AlertDiamond,
  clock: Clock,
  'clock-pending': ClockPending,
  moon: Moon,
  pause: PauseCircle,
  pencil: Edit,
  question: HelpCircle,
};

interface StatusBadgeProps {
  status: StatusName;
  label: string;
  size?: 'row' | 'head';
}

export function StatusBadge({ status, label, size = 'row' }: StatusBadgeProps) {
  const { tone, icon } = STATUS_LOOK[status];
  return (
    <span className={styles.badge} data-size={size} data-recedes={tone === 'neutral' || undefined}>
      {icon === 'spinner' ? <Spinner size={16} /> : <Glyph of={ICONS[icon]} tone={tone} />}
      <span className={styles.label}>{label}</span>
    </span>
  );
}
