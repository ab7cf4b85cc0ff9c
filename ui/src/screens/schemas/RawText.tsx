// The JSON of a schema, which was read with everything else.
import { CopyTextButton } from '../../kit/CopyButton';
import styles from './schemas.module.css';

export function RawText({ text }: { text: string }) {
  return (
    <div className={styles.raw}>
      <CopyTextButton text={text} label="Copy JSON" />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so a keyboard has to reach it */}
      <section className={styles.code} tabIndex={0} aria-label="JSON">
        <pre>{text}</pre>
      </section>
    </div>
  );
}
