import react from '@vitejs/plugin-react';
import macros from 'unplugin-parcel-macros';
import { defineConfig } from 'vite';
import { keepEnglish } from './build/keep-english.ts';
import { stripRemoteFonts } from './build/strip-remote-fonts.ts';

export default defineConfig({
  // The macro plugin has to see the sources before anything else rewrites their imports.
  plugins: [macros.vite(), stripRemoteFonts(), keepEnglish(), react()],
  // Relative addresses: the same files are served by the shell, by the dev host and by tests.
  base: './',
  optimizeDeps: {
    exclude: ['@react-spectrum/s2/style'],
    // The dependency optimizer runs on its own and would bring the remote fonts back in `vite dev`.
    rolldownOptions: { plugins: [stripRemoteFonts(), keepEnglish()] },
  },
  server: {
    host: '127.0.0.1',
    port: 5173,
    strictPort: true,
    proxy: { '/call': process.env.INLET_DEV_HOST ?? 'http://127.0.0.1:8788' },
  },
  build: {
    target: ['es2022', 'safari16.4'],
    cssMinify: 'lightningcss',
    // One style sheet: Spectrum's atomic rules depend on their order, which chunks would shuffle.
    cssCodeSplit: false,
    // Fonts must stay files: the content security policy allows no data: fonts.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
  },
});
