// Spectrum has no moon; this one has the weight and the 20 px grid of its icons.
import { createIcon, type IconProps } from '@react-spectrum/s2';
import type { FunctionComponent, SVGProps } from 'react';

function MoonShape(props: SVGProps<SVGSVGElement>) {
  return (
    <svg xmlns="http://www.w3.org/2000/svg" width="20" height="20" viewBox="0 0 20 20" {...props}>
      <title>Moon</title>
      <path
        fill="none"
        stroke="var(--iconPrimary, currentColor)"
        strokeWidth="1.5"
        strokeLinejoin="round"
        d="M16.6 12.4A7.1 7.1 0 0 1 7.6 3.4a7.1 7.1 0 1 0 9 9Z"
      />
    </svg>
  );
}

export const Moon: FunctionComponent<IconProps> = createIcon(MoonShape);
