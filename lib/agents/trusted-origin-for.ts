import 'server-only';
import { isOriginTrustedFor } from '@/db/queries/trusted-origins/is-origin-trusted-for';
import type { QueryActor } from '@/db/types/query-actor';
import { isPrivateHost } from '@/lib/platform/security/is-private-host';
import { isTrustedOrigin, originOf } from '@/lib/platform/security/trusted-origins';
import { isInstanceOrigin } from './instance-variables';

/**
 * The origin of a base URL when it is the instance's own, or private and trusted by the owner in Settings, for model requests of this person;
 * else `null`. For nothing but
 * model requests: neither MCP, nor sign-in, nor webhooks may ask here.
 */
export async function trustedOriginFor(actor: QueryActor, baseUrl: string): Promise<string | null> {
  const origin = originOf(baseUrl);
  if (!origin || isTrustedOrigin(baseUrl)) return null;
  if (isInstanceOrigin(baseUrl)) return origin;
  if (!isPrivateHost(new URL(origin).hostname)) return null;
  return (await isOriginTrustedFor(actor, origin)) ? origin : null;
}
