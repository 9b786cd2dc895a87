import 'server-only';
import { isTrustedOrigin, originOf } from '@/lib/platform/security/trusted-origins';

/** Lets a gateway that the operator or the owner trusts tell which call a request belongs to; nobody else learns it. */
export function callHeaders(url: string, callId: string, trustedOrigin?: string | null): Record<string, string> {
  const isTrusted = isTrustedOrigin(url) || (Boolean(trustedOrigin) && originOf(url) === trustedOrigin);
  return isTrusted ? { 'x-massgen-call': callId } : {};
}
