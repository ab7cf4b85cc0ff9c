// Spectrum's Provider always mounts <Fonts/>, which asks use.typekit.net for Adobe Clean. This app
// talks to no host but the platform's, so that one module is replaced by an empty component.
import type { Plugin } from 'vite';

const FONTS_MODULE = /@react-spectrum\/s2\/dist\/private\/Fonts\.(mjs|cjs)$/;

export function stripRemoteFonts(): Plugin {
  return {
    name: 'inlet:strip-remote-fonts',
    enforce: 'pre',
    load(id) {
      return FONTS_MODULE.test(id) ? 'export const Fonts = () => null;' : null;
    },
  };
}
