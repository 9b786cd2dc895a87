const SCHEMES = new Set(['http:', 'https:', 'mailto:']);

/** The address if a click on it is harmless (http, https, mailto), else `null`. Relative addresses are refused: a model cannot know ours. */
export function safeHref(href: string): string | null {
  try {
    const url = new URL(href.trim());
    return SCHEMES.has(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}
