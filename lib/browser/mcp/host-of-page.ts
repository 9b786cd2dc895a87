/** The host to which an address leads, as it is looked up; `null` for what no browser should open. */
export function hostOfPage(address: string): string | null {
  const url = URL.parse(address);
  return url && /^https?:$/.test(url.protocol) ? url.host : null;
}
