/** Parts of a host that say nothing of whose it is. */
const COMMON = new Set(['www', 'mcp', 'api', 'com', 'org', 'net', 'co', 'ac', 'gov']);

/** A name for a server from its address: `https://mcp.example.com/mcp` → `example`. Empty for what is no address yet. */
export function nameOfAddress(url: string): string {
  const text = url.trim();
  const parsed = URL.parse(/^https?:\/\//i.test(text) ? text : `https://${text}`);
  if (!parsed || text === '') return '';
  if (/^[\d.]+$|^\[/.test(parsed.hostname)) return 'local';
  const parts = parsed.hostname.split('.');
  // The last part is a country's or a purpose's, and nobody's name.
  const names = parts.length > 1 ? parts.slice(0, -1) : parts;
  return names.findLast((part) => !COMMON.has(part)) ?? parsed.hostname;
}
