// What the benchmarks in the browser share: a watch for long tasks, and the table that they print.

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {{ tasks: number[], note: (entries: PerformanceEntryList) => void, observer: PerformanceObserver }} Watched */

/** Notes the tasks of every document that the page opens from now on. @param {Page} page */
export async function watchTasks(page) {
  await page.addInitScript(() => {
    const seen = /** @type {Watched} */ (/** @type {unknown} */ (window));
    seen.tasks = [];
    seen.note = (entries) => seen.tasks.push(...entries.map(({ duration }) => duration));
    seen.observer = new PerformanceObserver((found) => seen.note(found.getEntries()));
    seen.observer.observe({ entryTypes: ['longtask'] });
  });
}

/** The longest task since the last look, in milliseconds; tasks under 50 ms are not reported and count as 0. @param {Page} page */
export function longestTask(page) {
  return page.evaluate(() => {
    const seen = /** @type {Watched} */ (/** @type {unknown} */ (window));
    // Those that the browser has not told of yet belong to this look, not to the next.
    seen.note(seen.observer.takeRecords());
    const longest = Math.max(0, ...seen.tasks);
    seen.tasks = [];
    return longest;
  });
}

/** @param {string} title @param {[what: string, figure: number, budget: number, unit: string][]} figures */
export function printTable(title, figures) {
  console.log(`\n${title}\n\n| | Inlet | budget | |\n|---|---:|---:|---|`);
  for (const [what, figure, budget, unit] of figures) {
    console.log(`| ${what} | ${figure.toFixed(0)} ${unit} | ${budget} ${unit} | ${figure <= budget ? 'holds' : 'BROKEN'} |`);
  }
}
