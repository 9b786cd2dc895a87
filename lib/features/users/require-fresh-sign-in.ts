import 'server-only';
import type { Actor } from '@/lib/platform/auth/actor';
import { listSessions } from '@/lib/platform/auth/list-sessions';
import { requirePassword } from './require-password';

/** Who has just signed in is who they say. */
const FRESH_MS = 10 * 60_000;

/** Throws `invalid` unless the password is given and right, or none is given and the actor has signed in a moment ago. */
export async function requireFreshSignIn(actor: Actor, password: string | undefined, address: string): Promise<void> {
  if (password === undefined && (await isFresh(actor))) return;
  await requirePassword(actor, { password: password ?? '', field: 'password', address });
}

async function isFresh(actor: Actor): Promise<boolean> {
  const current = (await listSessions(actor)).find((session) => session.current);
  return current !== undefined && Date.now() - current.createdAt.getTime() < FRESH_MS;
}
