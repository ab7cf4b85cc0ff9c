import { defineConfig, mergeConfig } from 'vitest/config';
import viteConfig from './vite.config.ts';

export default mergeConfig(
  viteConfig,
  defineConfig({
    test: {
      environment: 'jsdom',
      testTimeout: 60_000,
      include: ['src/**/*.test.{ts,tsx}'],
      setupFiles: ['./build/test-setup.ts'],
      // Spectrum ships its macros' output as CSS imports, which only Vite's own pipeline understands.
      server: { deps: { inline: [/@react-spectrum/] } },
    },
  }),
);
