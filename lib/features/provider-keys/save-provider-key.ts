import 'server-only';
import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import { replaceProviderKey } from '@/db/queries/provider-keys/replace-provider-key';
import { findPersonalWorkspace } from '@/db/queries/workspaces/find-personal-workspace';
import { pastedAddress } from '@/lib/agents/pasted-address';
import { accountOf } from '@/lib/agents/provider-settings';
import { trustedOriginFor } from '@/lib/agents/trusted-origin-for';
import { record } from '@/lib/features/audit/record';
import { forgetBackendHealth } from '@/lib/features/backends/list-backends';
import { texts } from '@/lib/features/texts';
import type { Actor } from '@/lib/platform/auth/actor';
import { AppError } from '@/lib/platform/errors/app-error';
import { baseUrlProblem } from '@/lib/platform/security/base-url-problem';
import { encryptSecret } from '@/lib/platform/security/encrypt-secret';
import { type ProviderKeyView, viewOfProviderKey } from './provider-key-view';

const HINT_LENGTH = 4;
/** A hint of a short key would be most of it. */
const MIN_LENGTH_FOR_HINT = 12;

export const providerKeySchema = z
  .strictObject({
    provider: z.string().refine((type) => accountOf(type) !== null, texts.noSuchProvider),
    /** Empty = of a server that wants none. */
    apiKey: z.string().trim().max(1000).default(''),
    baseUrl: z.string().max(500).nullish(),
    scope: z.enum(['user', 'workspace']).default('user'),
    /** Of a workspace's key; absent = the personal workspace. */
    workspaceId: z.uuid().optional(),
  })
  .superRefine(({ provider, apiKey, baseUrl }, context) => {
    const isNeeded = accountOf(provider)?.key?.isNeeded ?? false;
    if (apiKey !== '' || (!isNeeded && baseUrl)) return;
    const message = isNeeded ? texts.giveKey : texts.giveKeyOrAddress;
    context.addIssue({ code: 'custom', path: ['apiKey'], message });
  });

export type ProviderKeyInput = z.infer<typeof providerKeySchema>;

/** Stores a key, encrypted, in place of the one for the same provider and owner. Throws `forbidden` to who is not an administrator, `invalid` for an address that is not allowed. */
export async function saveProviderKey(actor: Actor, input: ProviderKeyInput): Promise<ProviderKeyView> {
  const { provider, apiKey, scope } = input;
  const baseUrl = input.baseUrl ? pastedAddress(provider, input.baseUrl) : null;
  const problem = baseUrl && baseUrlProblem(baseUrl, await trustedOriginFor(actor, baseUrl));
  if (problem) throw new AppError('invalid', problem, { fields: [{ path: 'baseUrl', message: problem }] });
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
    baseUrl,
  });
  if (!stored) throw new AppError('forbidden', texts.adminsKeysOnly);
  forgetBackendHealth();
  await record(actor, {
    ...{ workspaceId, action: 'providerKey.set', target: { kind: 'providerKey', id: stored.id } },
    details: { provider, isPersonal: scope === 'user', hasOwnAddress: baseUrl !== null },
  });
  return viewOfProviderKey(stored);
}
