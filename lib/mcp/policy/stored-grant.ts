import 'server-only';
import { uuidv7 } from 'uuidv7';
import { findAuthorization } from '@/db/queries/mcp-authorization/find-authorization';
import { claimAuthorization, endRenewal, noteNeededScope } from '@/db/queries/mcp-authorization/renew-authorization';
import { decryptSecret } from '@/lib/platform/security/decrypt-secret';
import { encryptSecret } from '@/lib/platform/security/encrypt-secret';
import type { Grant } from '../authorization/grant';
import type { GrantStore } from '../authorization/grant-store';

interface Whose {
  serverId: string;
  userId: string;
}

/** A sign-in of this person to this server, encrypted: it opens nowhere else. */
export function sealGrant(whose: Whose, grant: Grant): Promise<string> {
  return encryptSecret(JSON.stringify(grant), boundTo(whose));
}

/** `null` = the instance's secret is another one by now. */
export async function openGrant(whose: Whose, ciphertext: string): Promise<Grant | null> {
  try {
    return JSON.parse(await decryptSecret(ciphertext, boundTo(whose))) as Grant;
  } catch {
    return null;
  }
}

function boundTo({ serverId, userId }: Whose): string {
  return `mcp sign-in ${serverId} ${userId}`;
}

/**
 * The sign-in of a person in the database. It counts for this very address only: whoever changes a server's address does not get the tokens of those
 * who have signed in to it.
 */
export function storedGrant(whose: Whose, id: string, serverUrl: string): GrantStore {
  const { serverId, userId } = whose;
  const actor = { userId };
  return {
    async read() {
      const found = await findAuthorization(actor, serverId);
      if (found?.id !== id) return null;
      const grant = await openGrant(whose, found.ciphertext);
      return grant?.serverUrl === serverUrl ? { grant, version: found.version, isLost: found.isLost } : null;
    },
    async claim(version) {
      const held = { serverId, id, renewedBy: uuidv7() };
      if (!(await claimAuthorization(actor, held, version))) return null;
      return {
        async save(grant) {
          const expiresAt = grant.expiresAt === null ? null : new Date(grant.expiresAt);
          const ciphertext = await sealGrant(whose, grant);
          return endRenewal(actor, held, { ciphertext, expiresAt, scope: grant.tokens.scope ?? null });
        },
        lose: async () => void (await endRenewal(actor, held, { isLost: true })),
        release: async () => void (await endRenewal(actor, held, {})),
      };
    },
    need: (scope) => noteNeededScope(actor, serverId, id, scope),
  };
}
