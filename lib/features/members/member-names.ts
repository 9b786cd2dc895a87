import 'server-only';
import { LRUCache } from 'lru-cache';
import { selectMembers } from '@/db/queries/members/select-members';
import type { Actor } from '@/lib/platform/auth/actor';
import type { NameOf } from '@/lib/protocol/projection/named-by';

const KNOWN_MS = 30_000;
const MAX_WORKSPACES = 200;

/** Next bundles every route separately, so a module variable would be several. */
const holder = globalThis as { massgenMemberNames?: LRUCache<string, Map<string, string>> };

function known(): LRUCache<string, Map<string, string>> {
  holder.massgenMemberNames ??= new LRUCache({ max: MAX_WORKSPACES, ttl: KNOWN_MS });
  return holder.massgenMemberNames;
}

/** How the people of a workspace are called now, by their ids; who is no member any more has no name. */
export async function namesIn(actor: Actor, workspaceId: string): Promise<NameOf> {
  let names = known().get(workspaceId);
  if (!names) {
    const members = await selectMembers(actor, workspaceId);
    names = new Map(members.map(({ userId, name }) => [userId, name]));
    known().set(workspaceId, names);
  }
  const now = names;
  // A stream may be open for hours: whoever has acted since is found in what is known then.
  return (userId) => (known().get(workspaceId) ?? now).get(userId) ?? now.get(userId) ?? null;
}

/** Somebody acts in a workspace: streams that are open on it know their name. */
export function noteMember(workspaceId: string, { userId, name }: Actor): void {
  known().get(workspaceId)?.set(userId, name);
}

/** To be called when somebody has left, or is called otherwise. */
export function forgetNames(workspaceId: string): void {
  known().delete(workspaceId);
}
