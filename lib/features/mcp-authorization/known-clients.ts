import 'server-only';
import type { StoredOAuthClientInformation } from '@modelcontextprotocol/client';
import { findOauthClient, saveOauthClient } from '@/db/queries/mcp-authorization/oauth-clients';
import type { AuthorizationTerms } from '@/lib/mcp/authorization/begin-authorization';
import type { Actor } from '@/lib/platform/auth/actor';
import { decryptSecret } from '@/lib/platform/security/decrypt-secret';
import { encryptSecret } from '@/lib/platform/security/encrypt-secret';

/** What authorization servers know this application as, for a server: each under its issuer, so that none is given what belongs to another. */
export function knownClients(actor: Actor, serverId: string, redirectUrl: string): AuthorizationTerms['clients'] {
  const boundTo = (issuer: string) => `mcp client ${serverId} ${issuer}`;
  return {
    async find(issuer) {
      const ciphertext = await findOauthClient(actor, { serverId, issuer, redirectUrl });
      if (ciphertext === null) return null;
      try {
        const client = JSON.parse(await decryptSecret(ciphertext, boundTo(issuer))) as StoredOAuthClientInformation;
        return isExpired(client) ? null : client;
      } catch {
        // The instance's secret has changed: it registers anew.
        return null;
      }
    },
    async keep(issuer, client) {
      const ciphertext = await encryptSecret(JSON.stringify(client), boundTo(issuer));
      await saveOauthClient(actor, { serverId, issuer, redirectUrl }, ciphertext);
    },
  };
}

/** 0 = never. */
function isExpired(client: StoredOAuthClientInformation): boolean {
  const { client_secret_expires_at: until = 0 } = client as { client_secret_expires_at?: number };
  return until > 0 && until * 1000 < Date.now();
}
