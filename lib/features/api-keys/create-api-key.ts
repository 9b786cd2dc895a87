import 'server-only';
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { insertApiKey } from '@/db/queries/api-keys/insert-api-key';
import { findUser } from '@/db/queries/users/find-user';
import { texts } from '@/lib/features/texts';
import type { Actor } from '@/lib/platform/auth/actor';
import { hashApiKey } from '@/lib/platform/auth/hash-api-key';
import { AppError } from '@/lib/platform/errors/app-error';
import { mayOnInstance } from '@/lib/platform/permissions/may-on-instance';

const SHOWN_CHARACTERS = 8;

export const createApiKeyInput = z.strictObject({
  name: z.string().trim().min(1, texts.empty).max(100),
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
  if (!mayOnInstance(actor, 'create', 'apiKey')) {
    throw new AppError('forbidden', texts.adminsOnly);
  }
  const person = await findUser(userId);
  if (!person) {
    throw new AppError('invalid', texts.invalidInput, {
      fields: [{ path: 'userId', message: texts.noSuchPerson }],
    });
  }
  // Otherwise an administrator could act as the owner.
  if (person.role === 'owner' && actor.role !== 'owner') {
    throw new AppError('forbidden', texts.ownersKeyOnly);
  }
}
