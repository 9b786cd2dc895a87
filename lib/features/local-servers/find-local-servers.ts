import 'server-only';
import { selectTrustedOrigins } from '@/db/queries/trusted-origins/select-trusted-origins';
import { requireOwner } from '@/lib/features/trusted-origins/require-owner';
import type { Actor } from '@/lib/platform/auth/actor';
import { isTrustedOrigin } from '@/lib/platform/security/trusted-origins';
import { askLocalServer } from './ask-local-server';
import { KNOWN_PLACES } from './known-places';
import type { LocalServerView } from './local-server-schema';

/**
 * Looks for model servers at the usual ports of this machine's own loopback, and nowhere else. Trusts none of them: that is for the owner to
 * do. Throws `forbidden` to anybody else.
 */
export async function findLocalServers(actor: Actor): Promise<LocalServerView[]> {
  requireOwner(actor);
  const trusted = new Set((await selectTrustedOrigins()).map(({ origin }) => origin));
  const found = await Promise.all(
    KNOWN_PLACES.map(({ port }) => {
      const origin = `http://127.0.0.1:${port}`;
      return askLocalServer(origin, trusted.has(origin) || isTrustedOrigin(origin));
    }),
  );
  return found.filter((server) => server !== null);
}
