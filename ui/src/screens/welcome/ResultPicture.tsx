// What one gets: a healthy dataflow and a test event that arrived. A picture, bleeding off the right edge;
// hidden from assistive technology, because nothing in it is real.
import Checkmark from '@react-spectrum/s2/icons/Checkmark';
import { Figures } from '../../kit/Figures';
import { Glyph } from '../../kit/Glyph';
import { StatusBadge } from '../../kit/StatusBadge';
import { StepTick } from '../../kit/StepList';
import styles from './ResultPicture.module.css';

const BARS = [
  12, 13, 7, 7, 8, 16, 27, 46, 69, 87, 84, 72, 50, 67, 84, 95, 92, 60, 51, 47, 43, 38, 31, 19, 13, 14, 8, 8,
  8, 13, 27, 49, 73, 92, 66, 57, 54, 71, 89, 101, 74, 65, 54, 50, 46, 40, 25, 20, 14, 15, 8, 6, 7, 14, 28, 52,
  78, 74, 71, 62, 60, 70, 88, 90,
];
const RUNS = 26;
const STAGES = ['Sent', 'Accepted', 'In a run', 'Ingested'];

export function ResultPicture() {
  return (
    <div className={styles.place} aria-hidden="true">
      <div className={styles.page}>
        <div className={styles.head}>
          <span className={styles.name}>NPS responses – EMEA</span>
          <StatusBadge status="healthy" label="Healthy" size="head" />
        </div>
        <div className={styles.sentence}>All events were ingested.</div>
        <div className={styles.figures}>
          <Figures
            nameFirst
            figures={[
              { name: 'Received', value: '48,210' },
              { name: 'Ingested', value: '48,210' },
              { name: 'Failed', value: '0' },
              { name: 'Ingested rate', value: '100 %' },
            ]}
          />
        </div>
        <Hours />
        <div className={styles.runs}>
          {Array.from({ length: RUNS }, (_, run) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a drawing; its parts have nothing but their place
            <span key={run} className={styles.run}>
              <Glyph of={Checkmark} size={14} tone="positive" />
            </span>
          ))}
        </div>
        <code className={styles.address}>
          https://dcs.adobedc.net/collection/2301a1f761f6d7bf62c5312c535e10…
        </code>
      </div>
      <div className={styles.test}>
        <div className={styles.testHead}>
          <span>Your test event</span>
          <span className={styles.clock}>15:08</span>
        </div>
        <div className={styles.stages}>
          {STAGES.map((stage) => (
            <span key={stage} className={styles.stage}>
              <StepTick state="passed" />
              <span>{stage}</span>
            </span>
          ))}
        </div>
      </div>
    </div>
  );
}

function Hours() {
  return (
    <svg className={styles.hours} width="704" height="182" aria-hidden="true">
      {[0.5, 60.5, 120.5, 180.5].map((y) => (
        <line key={y} x1="0" x2="704" y1={y} y2={y} />
      ))}
      {BARS.map((height, hour) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: a drawing; its parts have nothing but their place
          key={hour}
          x={hour * 11}
          y={181 - height * 1.66}
          width="8"
          height={height * 1.66}
          rx="1.5"
        />
      ))}
    </svg>
  );
}
