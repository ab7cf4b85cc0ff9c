// The mark of a row of a tree that can be folded. For the mouse alone: the tree takes the keys.
import styles from './VirtualTree.module.css';

export function TreeChevron({ open, onPress }: { open: boolean | undefined; onPress: () => void }) {
  if (open === undefined) return <span className={styles.chevron} />;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: see above
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    <span
      className={styles.chevron}
      data-open={open || undefined}
      onClick={(event) => {
        event.stopPropagation();
        onPress();
      }}
    >
      <svg width="8" height="8" viewBox="0 0 8 8" fill="none" stroke="currentColor" role="presentation">
        <path d="M2.5 1 6 4 2.5 7" strokeWidth="1.5" strokeLinecap="round" strokeLinejoin="round" />
      </svg>
    </span>
  );
}
