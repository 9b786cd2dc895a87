import 'server-only';
import { env } from '@/lib/platform/config/env';

/** Whether the operator has named the origin in `MASSGEN_TRUSTED_ORIGINS`. */
export function isTrustedOrigin(url: string): boolean {
  const origin = originOf(url);
  return origin !== null && env().MASSGEN_TRUSTED_ORIGINS.includes(origin);
}

/** Scheme, host and port of an http(s) URL, or `null`. */
export function originOf(url: string): string | null {
  const parsed = URL.parse(url);
  return parsed && /^https?:$/.test(parsed.protocol) ? parsed.origin : null;
}
