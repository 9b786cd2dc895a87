import 'server-only';
import { z } from 'zod';
import { erasePerson } from '@/db/queries/erasure/erase-person';
import { findPersonToErase } from '@/db/queries/erasure/find-person-to-erase';
import { rewriteEmbedded } from '@/db/queries/erasure/rewrite-embedded';
import { selectThingsOfPerson } from '@/db/queries/erasure/select-things-of-person';
import { requireFreshSignIn } from '@/lib/features/users/require-fresh-sign-in';
import { requireInstanceAdmin } from '@/lib/features/users/require-instance-admin';
import type { Actor } from '@/lib/platform/auth/actor';
import { recheckRights } from '@/lib/platform/auth/held-rights';
import { AppError } from '@/lib/platform/errors/app-error';
import { clearTraces, stopRuns } from './clear-traces';
import { texts } from './texts';

export const eraseMeInput = z.strictObject({
  /** Not needed just after signing in. */
  password: z.string().max(200).optional(),
});

/** Erases the actor's own account. Throws `invalid` without the password or a fresh sign-in, `conflict` while others depend on them. */
export async function eraseMe(actor: Actor, input: z.infer<typeof eraseMeInput>, address: string): Promise<void> {
  await requireFreshSignIn(actor, input.password, address);
  await erase(actor.userId);
}

/** Erases somebody's account. Throws `forbidden` unless the actor is an administrator, and for the owner's account. */
export async function eraseUser(actor: Actor, userId: string): Promise<void> {
  requireInstanceAdmin(actor);
  const found = await findPersonToErase(userId);
  if (!found) throw new AppError('not_found', texts.noSuchPerson);
  if (found.person.role === 'owner' && actor.role !== 'owner') throw new AppError('forbidden', texts.ownersOnly);
  await erase(userId);
}

async function erase(userId: string): Promise<void> {
  const found = await findPersonToErase(userId);
  if (!found) throw new AppError('not_found', texts.noSuchPerson);
  if (found.person.role === 'owner' && found.otherOwners === 0 && found.others > 0)
    throw new AppError('conflict', texts.lastOwner, { hint: texts.lastOwnerHint });
  const { conversations, runs, orphaned } = await selectThingsOfPerson(userId);
  const [left] = orphaned;
  if (left) throw new AppError('conflict', texts.lastOwnerOf(left.name), { hint: texts.transferFirst });
  await stopRuns(runs);
  await erasePerson({ userId, email: found.person.email });
  recheckRights();
  for (const id of conversations) await clearTraces(id);
  await rewriteEmbedded('person');
}
