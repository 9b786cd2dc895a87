import 'server-only';
import { selectTrustedOrigins } from '@/db/queries/trusted-origins/select-trusted-origins';
import type { Actor } from '@/lib/platform/auth/actor';
import { mayOnInstance } from '@/lib/platform/permissions/may-on-instance';
import { askLocalServer } from './ask-local-server';
import type { LocalServerView } from './local-server-schema';

/** The model servers at trusted private addresses that answer now: all to the owner, to others those that members may use too. */
export async function listLocalServers(actor: Actor): Promise<LocalServerView[]> {
  const isOwner = mayOnInstance(actor, 'manage', 'trustedOrigin');
  const usable = (await selectTrustedOrigins()).filter(({ forMembers }) => isOwner || forMembers);
  const servers = await Promise.all(usable.map(({ origin }) => askLocalServer(origin, true)));
  return servers.filter((server) => server !== null);
}
