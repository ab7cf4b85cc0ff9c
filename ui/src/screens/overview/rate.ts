// The ingested rate over time: points, the stretches that a line may join, and where the axis begins.
import type { Hour } from '../../api/bindings/Hour';

export interface RatePoint {
  start: number;
  /** Share of what was received, 0 to 1; absent where there was no run, nothing was received or nothing is reported. */
  rate: number | undefined;
  hour: Hour;
}

export function ratePoints(hours: readonly Hour[]): RatePoint[] {
  return hours.map((hour) => {
    const { received, ingested } = hour.counts ?? {};
    const known = received !== undefined && ingested !== undefined && received > 0;
    return { start: hour.start, hour, rate: known ? Math.min(1, ingested / received) : undefined };
  });
}

/** Indexes that belong together: a line never bridges a gap. */
export function stretches(points: readonly RatePoint[]): number[][] {
  const all: number[][] = [];
  let open: number[] | undefined;
  points.forEach(({ rate }, index) => {
    if (rate === undefined) {
      open = undefined;
      return;
    }
    if (!open) {
      open = [];
      all.push(open);
    }
    open.push(index);
  });
  return all;
}

export function lowest(points: readonly RatePoint[]): RatePoint | undefined {
  let low: RatePoint | undefined;
  for (const point of points) {
    if (point.rate !== undefined && (low?.rate === undefined || point.rate < low.rate)) low = point;
  }
  return low;
}

const STEPS = [0.99, 0.98, 0.97, 0.95, 0.9, 0.8, 0.5, 0];

/** Where the axis begins: as high as the lowest point allows, so that a small loss can be seen. */
export function axisStart(points: readonly RatePoint[]): number {
  const low = lowest(points)?.rate ?? 0;
  return STEPS.find((step) => step <= low) ?? 0;
}
