// The reason beside buttons that are off because nothing can be written; nothing at all while they are not.
import { useWhyNoWrite } from './useWhyNoWrite';
import styles from './WhyNoWrite.module.css';

export function WhyNoWrite() {
  const why = useWhyNoWrite();
  return why && <p className={styles.why}>{why}</p>;
}
