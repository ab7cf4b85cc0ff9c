// The application without its shell, as a process of its own. `npm run build` has built it, and the window.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const TARGET = process.env.CARGO_TARGET_DIR ?? join(ROOT, 'target');

/**
 * Starts one of our programs; it prints a line of JSON when it is ready.
 * @param {string} name
 * @param {string[]} args
 * @returns {Promise<{ ready: Record<string, string>, stop: () => Promise<void> }>}
 */
function start(name, args) {
  const child = spawn(join(TARGET, 'debug', name), args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`${name} ended with ${code} before it was ready`)));
    createInterface({ input: child.stdout }).once('line', (line) => resolve({ ready: JSON.parse(line), stop }));
  });
}

/** @param {{ practiceSpeed?: number }} [wish] */
export async function startHost({ practiceSpeed } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'inlet-e2e-'));
  const speed = practiceSpeed === undefined ? [] : ['--practice-speed', String(practiceSpeed)];
  const host = await start('dev-host', ['--listen', '127.0.0.1:0', '--data-dir', folder, ...speed]);
  return {
    origin: String(host.ready.url),
    async stop() {
      await host.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
