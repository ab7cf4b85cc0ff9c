// The one h1 of a screen. It takes focus when the screen appears, so that a keyboard starts at the top and a
// screen reader says where it is.
import { type ReactNode, useEffect, useRef } from 'react';
import styles from './PageHeading.module.css';

interface PageHeadingProps {
  children: ReactNode;
  size?: 'page' | 'result' | 'hero';
}

export function PageHeading({ children, size = 'page' }: PageHeadingProps) {
  const ref = useRef<HTMLHeadingElement>(null);
  useEffect(() => ref.current?.focus({ preventScroll: true }), []);
  return (
    <h1 ref={ref} tabIndex={-1} className={styles.heading} data-size={size}>
      {children}
    </h1>
  );
}
