// Runs before anything else. The shell stamps the page's one <style> with the nonce of this load and allows
// that nonce in style-src; react-aria reads it from <meta property="csp-nonce"> for the styles it adds.
const nonce = document.querySelector<HTMLStyleElement>('style[nonce]')?.nonce;

if (nonce) {
  const meta = document.createElement('meta');
  meta.setAttribute('property', 'csp-nonce');
  meta.content = nonce;
  document.head.append(meta);
}
