import 'server-only';
import { isPrivateHost } from '@/lib/platform/security/is-private-host';
import { isTrustedOrigin } from '@/lib/platform/security/trusted-origins';
import { texts } from './texts';

const QUOTES = /^[\s"'`<“”‘’«»(]+|[\s"'`>“”‘’«»),;]+$/g;
const HAS_SCHEME = /^[a-z][a-z\d+.-]*:/i;
const HAS_PORT = /^[\w.-]+:\d/;

/** An address as people paste it, without quotes around it and with a scheme. */
export function pastedServerUrl(text: string): string {
  const trimmed = text.replace(QUOTES, '');
  const hasScheme = HAS_SCHEME.test(trimmed) && !HAS_PORT.test(trimmed);
  const url = URL.parse(hasScheme ? trimmed : `https://${trimmed}`);
  if (!url) return trimmed;
  // Hardly anything on this machine or in its network speaks https.
  if (!hasScheme && isPrivateHost(url.hostname)) url.protocol = 'http:';
  url.hash = '';
  return url.href;
}

/** Why no server can be connected to at this address, in words for people, or `null`. Where a name leads is checked when it is connected to. */
export function serverAddressProblem(address: string): string | null {
  const url = URL.parse(address);
  if (!url || !/^https?:$/.test(url.protocol)) return texts.notAnAddress;
  if (url.username || url.password) return texts.passwordInAddress;
  if (isTrustedOrigin(address)) return null;
  if (isPrivateHost(url.hostname)) return texts.privateAddress(url.origin);
  return url.protocol === 'http:' ? texts.needsHttps : null;
}

/** Where servers usually are when only their host is known; the address itself comes first. */
export function likelyAddresses(transport: {
  type: 'http' | 'sse';
  url: string;
}): { type: 'http' | 'sse'; url: string }[] {
  const { pathname, search, origin } = new URL(transport.url);
  if (pathname !== '/' || search !== '') return [transport];
  return [transport, { type: 'http', url: `${origin}/mcp` }, { type: 'sse', url: `${origin}/sse` }];
}
