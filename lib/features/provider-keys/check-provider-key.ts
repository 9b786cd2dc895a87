import 'server-only';
import type { Health } from '@/lib/agents/backend';
import { pastedAddress } from '@/lib/agents/pasted-address';
import { providerSettings } from '@/lib/agents/provider-settings';
import { backendFor } from '@/lib/agents/registry';
import { trustedOriginFor } from '@/lib/agents/trusted-origin-for';
import type { Actor } from '@/lib/platform/auth/actor';
import { AppError } from '@/lib/platform/errors/app-error';
import { baseUrlProblem } from '@/lib/platform/security/base-url-problem';
import type { ProviderKeyInput } from './save-provider-key';

const PATIENCE_MS = 10_000;

/** Asks the provider with this very key which models it may use, and stores nothing. Throws `invalid` for an address that is not allowed. */
export async function checkProviderKey(
  actor: Actor,
  { provider, apiKey, baseUrl: given }: ProviderKeyInput,
): Promise<Omit<Health, 'type' | 'configured'>> {
  const settings = providerSettings(provider);
  const baseUrl = given ? pastedAddress(provider, given) : (settings?.baseUrl ?? settings?.defaultBaseUrl ?? null);
  const trustedOrigin = baseUrl ? await trustedOriginFor(actor, baseUrl) : null;
  const problem = baseUrl && baseUrlProblem(baseUrl, trustedOrigin);
  if (problem) throw new AppError('invalid', problem, { fields: [{ path: 'baseUrl', message: problem }] });
  const credentials = { apiKey: apiKey || null, baseUrl, trustedOrigin };
  const health = await backendFor(provider).health(credentials, AbortSignal.timeout(PATIENCE_MS));
  const { healthy, latencyMs, models, message } = health;
  return { healthy, latencyMs, models, message };
}
