import 'server-only';
import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import { replaceProviderKey } from '@/db/queries/provider-keys/replace-provider-key';
import { findPersonalWorkspace } from '@/db/queries/workspaces/find-personal-workspace';
import { forgetBackendHealth } from '@/lib/agents/list-backends';
import { providerSettings } from '@/lib/agents/provider-settings';
import { backendTypes } from '@/lib/agents/registry';
import type { Actor } from '@/lib/auth/actor';
import { AppError } from '@/lib/errors/app-error';
import { baseUrlProblem } from '@/lib/security/base-url-problem';
import { encryptSecret } from '@/lib/security/encrypt-secret';
import { type ProviderKeyView, viewOfProviderKey } from './provider-key-view';

const HINT_LENGTH = 4;
/** A hint of a short key would be most of it. */
const MIN_LENGTH_FOR_HINT = 12;

export const providerKeySchema = z.strictObject({
  provider: z
    .string()
    .refine((type) => backendTypes().includes(type) && providerSettings(type) !== null, 'There is no such provider.'),
  apiKey: z.string().trim().min(1, 'Give the key.').max(1000),
  baseUrl: z
    .string()
    .nullish()
    .superRefine((url, context) => {
      const problem = url ? baseUrlProblem(url) : null;
      if (problem) context.addIssue(problem);
    }),
  scope: z.enum(['user', 'workspace']).default('user'),
  /** Of a workspace's key; absent = the personal workspace. */
  workspaceId: z.uuid().optional(),
});

/** Stores a key, encrypted, in place of the one for the same provider and owner. Throws `forbidden` to who is not an administrator. */
export async function saveProviderKey(
  actor: Actor,
  input: z.infer<typeof providerKeySchema>,
): Promise<ProviderKeyView> {
  const { provider, apiKey, baseUrl, scope } = input;
  const personal = scope === 'user' || !input.workspaceId;
  const workspaceId = personal ? await findPersonalWorkspace(actor) : (input.workspaceId ?? '');
  const id = uuidv7();
  const stored = await replaceProviderKey(actor, {
    id,
    workspaceId,
    userId: scope === 'user' ? actor.userId : null,
    provider,
    ciphertext: await encryptSecret(apiKey, id),
    hint: apiKey.length >= MIN_LENGTH_FOR_HINT ? apiKey.slice(-HINT_LENGTH) : '',
    baseUrl: baseUrl || null,
  });
  if (!stored) throw new AppError('forbidden', 'Only an administrator of the workspace may change its keys.');
  forgetBackendHealth();
  return viewOfProviderKey(stored);
}
