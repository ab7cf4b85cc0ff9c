// What jsdom lacks and Spectrum's collections ask for.
import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

class NoObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
  takeRecords() {
    return [];
  }
}

Object.assign(window, {
  IntersectionObserver: NoObserver,
  ResizeObserver: NoObserver,
  matchMedia: (media: string) => ({
    media,
    matches: false,
    addEventListener() {},
    removeEventListener() {},
    addListener() {},
    removeListener() {},
  }),
});

for (const side of ['clientWidth', 'clientHeight', 'offsetWidth', 'offsetHeight'] as const) {
  Object.defineProperty(HTMLElement.prototype, side, { configurable: true, get: () => 1000 });
}

// Nothing is laid out, so nothing can be scrolled to.
Element.prototype.scrollIntoView = () => undefined;

afterEach(cleanup);

// Conditions are waited for; how long a busy machine takes to meet them is no failure.
configure({ asyncUtilTimeout: 15_000 });
