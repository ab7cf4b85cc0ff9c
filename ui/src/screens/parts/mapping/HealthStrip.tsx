// The health of a mapping in a few figures, above its lines.
import AlertDiamond from '@react-spectrum/s2/icons/AlertDiamond';
import AlertTriangle from '@react-spectrum/s2/icons/AlertTriangle';
import CheckmarkCircle from '@react-spectrum/s2/icons/CheckmarkCircle';
import { memo } from 'react';
import type { MappedIdentity } from '../../../api/bindings/MappedIdentity';
import type { MappingSummary } from '../../../api/bindings/MappingSummary';
import type { VitalField } from '../../../api/bindings/VitalField';
import { Glyph } from '../../../kit/Glyph';
import styles from './HealthStrip.module.css';

type Look = 'good' | 'warning' | 'error';

interface Figure {
  id: string;
  look: Look;
  figure: string;
  words: string;
}

export const HealthStrip = memo(function HealthStrip({ summary }: { summary: MappingSummary | undefined }) {
  return (
    <ul className={styles.strip} aria-label="Health of the mapping" data-empty={summary ? undefined : true}>
      {(summary ? figures(summary) : []).map(({ id, look, figure, words }) => (
        <li key={id} className={styles.cell}>
          <Mark look={look} />
          <span>
            <strong>{figure}</strong> {words}
          </span>
        </li>
      ))}
    </ul>
  );
});

export function figures(summary: MappingSummary): Figure[] {
  const { mapped, fields, requiredFilled, required, vital, identity, warnings, empties, errors } = summary;
  // A field that stays empty is told by itself.
  const others = warnings - empties;
  return [
    { id: 'mapped', look: 'good', figure: `${mapped} of ${fields}`, words: 'fields mapped' },
    {
      id: 'required',
      look: requiredFilled < required ? 'error' : 'good',
      figure: `${requiredFilled} of ${required}`,
      words: 'required',
    },
    ...(vital ? [vitalFigure(vital)] : []),
    ...(identity ? [identityFigure(identity)] : []),
    ...(empties > 0 ? [emptiesFigure(empties)] : []),
    {
      id: 'warnings',
      look: others > 0 ? 'warning' : 'good',
      figure: String(others),
      words: others === 1 ? 'warning' : 'warnings',
    },
    {
      id: 'errors',
      look: errors > 0 ? 'error' : 'good',
      figure: String(errors),
      words: errors === 1 ? 'error' : 'errors',
    },
  ];
}

/** The field without which every run fails. */
function vitalFigure({ path, mapped }: VitalField): Figure {
  return {
    id: 'vital',
    look: mapped ? 'good' : 'error',
    figure: path,
    words: mapped ? 'mapped' : 'missing',
  };
}

/** Whom a record is about; without the primary one it is refused. */
function identityFigure({ primary, mapped }: MappedIdentity): Figure {
  const missing = primary ? 'error' : 'warning';
  return {
    id: 'identity',
    look: mapped ? 'good' : missing,
    figure: primary ? 'Primary identity' : 'Identity',
    words: mapped ? 'mapped' : 'missing',
  };
}

function emptiesFigure(empties: number): Figure {
  return {
    id: 'empties',
    look: 'warning',
    figure: String(empties),
    words: empties === 1 ? 'stays empty' : 'stay empty',
  };
}

function Mark({ look }: { look: Look }) {
  switch (look) {
    case 'good':
      return <Glyph of={CheckmarkCircle} tone="positive" />;
    case 'warning':
      return <Glyph of={AlertTriangle} tone="notice" />;
    case 'error':
      return <Glyph of={AlertDiamond} tone="negative" />;
  }
}
