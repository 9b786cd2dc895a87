import 'server-only';
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { insertApiKey } from '@/db/queries/api-keys/insert-api-key';
import { findUser } from '@/db/queries/users/find-user';
import type { Actor } from '@/lib/auth/actor';
import { hashApiKey } from '@/lib/auth/hash-api-key';
import { AppError } from '@/lib/errors/app-error';
import { requireInstanceAdmin } from '@/lib/users/require-instance-admin';

const SHOWN_CHARACTERS = 8;

export const createApiKeyInput = z.strictObject({
  name: z.string().trim().min(1, 'It must not be empty.').max(100),
  userId: z.uuid().optional(),
});

/**
 * Makes an API key for the actor or, by the owner and administrators, for another person. The key itself is in this result and
 * nowhere else: only its hash is kept.
 */
export async function createApiKey(
  actor: Actor,
  input: z.infer<typeof createApiKeyInput>,
): Promise<{ apiKey: { id: string; name: string; prefix: string }; key: string }> {
  const userId = input.userId ?? actor.userId;
  if (userId !== actor.userId) await requireKnownPerson(actor, userId);
  const key = `mg_${randomBytes(32).toString('base64url')}`;
  const prefix = key.slice(0, SHOWN_CHARACTERS);
  const id = await insertApiKey({ userId, name: input.name, hash: hashApiKey(key), prefix });
  if (!id) throw new Error('Two random keys are equal.');
  return { apiKey: { id, name: input.name, prefix }, key };
}

async function requireKnownPerson(actor: Actor, userId: string): Promise<void> {
  requireInstanceAdmin(actor);
  const person = await findUser(userId);
  if (!person) {
    throw new AppError('invalid', 'The input is not valid.', {
      fields: [{ path: 'userId', message: 'There is no such person.' }],
    });
  }
  // Otherwise an administrator could act as the owner.
  if (person.role === 'owner' && actor.role !== 'owner') {
    throw new AppError('forbidden', 'Only the owner may make a key for the owner.');
  }
}
