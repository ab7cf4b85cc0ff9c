// A Spectrum icon outside a Spectrum control: sized in px and coloured like the text around it or by tone.
import type { IconProps } from '@react-spectrum/s2';
import type { FunctionComponent } from 'react';
import type { Tone } from '../lib/status';
import styles from './Glyph.module.css';

interface GlyphProps {
  of: FunctionComponent<IconProps>;
  size?: 14 | 16 | 20;
  /** Without a tone the icon takes the colour of its text. */
  tone?: Tone;
}

export function Glyph({ of: Icon, size = 16, tone }: GlyphProps) {
  return (
    <span className={styles.glyph} data-tone={tone} style={{ width: size, height: size }} aria-hidden="true">
      <Icon UNSAFE_style={{ width: size, height: size, display: 'block' }} />
    </span>
  );
}
