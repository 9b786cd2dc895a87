/** Parts of a host that say nothing of whose it is. */
const COMMON = new Set(['www', 'mcp', 'api', 'com', 'org', 'net', 'dev', 'io', 'app', 'ai']);

/** A name for a server from its address: `https://mcp.example.com/mcp` → `example`. Empty for what is no address yet. */
export function nameOfAddress(url: string): string {
  const text = url.trim();
  const parsed = URL.parse(/^https?:\/\//i.test(text) ? text : `https://${text}`);
  if (!parsed || text === '') return '';
  if (/^[\d.]+$|^\[/.test(parsed.hostname)) return 'local';
  const parts = parsed.hostname.split('.');
  return parts.findLast((part) => !COMMON.has(part)) ?? parts[0] ?? '';
}
