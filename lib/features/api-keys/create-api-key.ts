import 'server-only';
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { SCOPES, type Scope } from '@/db/permissions/permissions';
import { insertApiKey } from '@/db/queries/api-keys/insert-api-key';
import { findUser } from '@/db/queries/users/find-user';
import { findWorkspace } from '@/db/queries/workspaces/select-workspaces';
import { record } from '@/lib/features/audit/record';
import { texts } from '@/lib/features/texts';
import type { Actor } from '@/lib/platform/auth/actor';
import { hashApiKey } from '@/lib/platform/auth/hash-api-key';
import { AppError } from '@/lib/platform/errors/app-error';
import { mayOnInstance } from '@/lib/platform/permissions/may-on-instance';

const SHOWN_CHARACTERS = 8;

export const createApiKeyInput = z.strictObject({
  name: z.string().trim().min(1, texts.empty).max(100),
  userId: z.uuid().optional(),
  scope: z.enum(SCOPES).default('manage').describe('read = look; run = also ask and control runs; manage = all.'),
  workspaceId: z.uuid().optional().describe('The one workspace that it is for; absent = all of its owner’s.'),
  expiresAt: z.iso
    .datetime({ offset: true })
    .transform((text) => new Date(text))
    .refine((at) => at.getTime() > Date.now(), texts.pastTime)
    .optional(),
});

export interface MadeApiKey {
  id: string;
  name: string;
  prefix: string;
  scope: Scope;
  workspaceId: string | null;
  expiresAt: Date | null;
}

/**
 * Makes an API key for the actor or, by the owner and administrators, for another person. The key itself is in this result and
 * nowhere else: only its hash is kept.
 */
export async function createApiKey(
  actor: Actor,
  given: { name: string } & Partial<z.infer<typeof createApiKeyInput>>,
): Promise<{ apiKey: MadeApiKey; key: string }> {
  const { name, scope = 'manage', workspaceId = null, expiresAt = null } = given;
  const userId = given.userId ?? actor.userId;
  if (userId !== actor.userId) await requireKnownPerson(actor, userId);
  if (workspaceId !== null && !(await findWorkspace({ userId }, workspaceId))) throw unknownWorkspace();
  const key = `mg_${randomBytes(32).toString('base64url')}`;
  const prefix = key.slice(0, SHOWN_CHARACTERS);
  const madeBy = userId === actor.userId ? null : actor.userId;
  const made = { name, prefix, scope, workspaceId, expiresAt };
  const id = await insertApiKey({ userId, hash: hashApiKey(key), madeBy, ...made });
  if (!id) throw new Error('Two random keys are equal.');
  await record(actor, {
    ...{ workspaceId, action: 'apiKey.create', target: { kind: 'apiKey', id } },
    details: { scope, for: userId, isForAnother: madeBy !== null },
  });
  return { apiKey: { id, ...made }, key };
}

function unknownWorkspace(): AppError {
  return new AppError('invalid', texts.invalidInput, {
    fields: [{ path: 'workspaceId', message: texts.noWorkspace }],
  });
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
