import 'server-only';
import type { Actor } from '@/lib/platform/auth/actor';
import { requireServer } from './require-server';
import { type ServerView, viewOfServer } from './server-view';

/** Throws `not_found` for a server that is not there or not the actor's. */
export async function getServer(actor: Actor, id: string): Promise<ServerView> {
  return viewOfServer(await requireServer(actor, id, 'read'));
}
