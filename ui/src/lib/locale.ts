// The words of this app are English, so dates and numbers are English too: the person's own English if the
// computer says one, else British. Under LANG=C the web view reports "C", which Intl refuses with a RangeError.

const FALLBACK = 'en-GB';

/** The first wish that is English and that Intl knows. */
export function pickLocale(wishes: readonly string[]): string {
  for (const wish of wishes) {
    if (!/^en(-|$)/i.test(wish)) continue;
    try {
      const [known] = Intl.getCanonicalLocales(wish);
      if (known) return known;
    } catch {
      // Not a language tag (POSIX names such as "en_US.UTF-8"): look at the next wish.
    }
  }
  return FALLBACK;
}

export const locale = pickLocale(typeof navigator === 'undefined' ? [] : (navigator.languages ?? []));
