import 'server-only';
import { backendFor } from '@/lib/agents/registry';
import { placeOf } from './known-places';
import type { LocalServerView } from './local-server-schema';

/** A program on this machine answers at once or is not there. */
const PATIENCE_MS = 1500;

/** What a model server at an origin serves; `null` when nothing there answers with a list of models. Costs no tokens. */
export async function askLocalServer(origin: string, isTrusted: boolean): Promise<LocalServerView | null> {
  const { label, backend } = placeOf(origin);
  const baseUrl = `${origin}/v1`;
  const credentials = { apiKey: null, baseUrl, trustedOrigin: origin };
  const { healthy, models, latencyMs } = await backendFor(backend).health(
    credentials,
    AbortSignal.timeout(PATIENCE_MS),
  );
  if (!healthy || models.length === 0) return null;
  return { label, origin, baseUrl, backend, models, latencyMs, trusted: isTrusted };
}
