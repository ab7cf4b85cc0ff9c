// A browser that watches: what breaks the content security policy, what asks a foreign host, what the page throws.
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

/** The lighter one where there is one (`.ci/system-packages`). */
const LIGHT = '/usr/bin/chromium-headless-shell';
const EXECUTABLE = process.env.CHROMIUM ?? (existsSync(LIGHT) ? LIGHT : '/usr/bin/chromium');

export function launch() {
  return chromium.launch({
    executablePath: EXECUTABLE,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
}

/** @typedef {{ theme?: 'light' | 'dark', width?: number, height?: number, reducedMotion?: boolean }} Look */

/**
 * A page in a context of its own.
 * @param {import('playwright-core').Browser} browser
 * @param {Look & { origin: string }} wish
 */
export async function openPage(browser, { origin, ...look }) {
  const context = await openContext(browser, look);
  return { context, ...(await openPageIn(context, origin)) };
}

/**
 * @param {import('playwright-core').Browser} browser
 * @param {Look} look
 */
export async function openContext(browser, { theme = 'light', width = 1280, height = 800, reducedMotion = true } = {}) {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: theme,
    reducedMotion: reducedMotion ? 'reduce' : 'no-preference',
    locale: 'en-GB',
    timezoneId: 'UTC',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  context.setDefaultTimeout(15_000);
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const note = /** @type {{ noteViolation?: (what: string) => void }} */ (/** @type {unknown} */ (window));
      note.noteViolation?.(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  return context;
}

/**
 * Inlet's page keeps nothing in the browser, so that one page after another can use a context.
 * @param {import('playwright-core').BrowserContext} context
 * @param {string} origin
 */
export async function openPageIn(context, origin) {
  const page = await context.newPage();
  /** @type {string[]} */
  const faults = [];
  page.on('pageerror', (error) => faults.push(`the page threw: ${error.message}`));
  page.on('request', (request) => {
    const { protocol, origin: asked } = new URL(request.url());
    if (protocol.startsWith('http') && asked !== origin) faults.push(`asked a foreign host: ${request.url()}`);
  });
  await page.exposeFunction('noteViolation', (/** @type {string} */ what) => faults.push(`security policy: ${what}`));
  return { page, faults };
}
