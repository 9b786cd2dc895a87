const GROUPS = 8;
/** Of 16 bits each. */
const NETWORK_GROUPS = 4;

/** What belongs to one customer: an IPv4 address, or the first 64 bits of an IPv6 address. Anything else stays as it is. */
export function networkOf(address: string): string {
  if (!address.includes(':') || address.includes('.')) return address;
  const [head = '', tail] = (address.split('%')[0] ?? '').split('::');
  const first = head.split(':').filter(Boolean);
  const last = tail === undefined ? [] : tail.split(':').filter(Boolean);
  const zeros = Array<string>(Math.max(GROUPS - first.length - last.length, 0)).fill('0');
  const groups = [...first, ...(tail === undefined ? [] : zeros), ...last];
  const network = groups.slice(0, NETWORK_GROUPS).map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''));
  return `${network.join(':')}::/64`;
}
