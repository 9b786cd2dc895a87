import 'server-only';
import { isTrustedOrigin } from '@/lib/security/trusted-origins';

/** Lets an operator's own gateway tell which call a request belongs to; nobody else learns it. */
export function callHeaders(url: string, callId: string): Record<string, string> {
  return isTrustedOrigin(url) ? { 'x-massgen-call': callId } : {};
}
