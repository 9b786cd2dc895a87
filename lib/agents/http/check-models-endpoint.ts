import 'server-only';
import { guardedRequest } from '@/lib/platform/security/guarded-request';
import type { Health } from '../backend';
import { errorFromCause } from './error-from-cause';
import { errorFromResponse } from './error-from-response';
import { readBody } from './read-body';

interface ModelsCheck {
  type: string;
  baseUrl: string | null;
  headers: Record<string, string>;
  notConfigured: string;
  signal: AbortSignal;
  trustedOrigin?: string | null | undefined;
  /** False = the provider documents no list, so that "not found" only says that it is there. */
  hasList?: boolean;
}

/** Health by `GET <baseUrl>/models`, until `signal` is aborted; costs no tokens and never throws. */
export async function checkModelsEndpoint({
  type,
  baseUrl,
  headers,
  notConfigured,
  signal,
  trustedOrigin,
  hasList = true,
}: ModelsCheck): Promise<Health> {
  if (!baseUrl) return { type, configured: false, healthy: false, latencyMs: null, models: [], message: notConfigured };
  const startedAt = performance.now();
  const report = (healthy: boolean, models: string[], message: string | null): Health => {
    return { type, configured: true, healthy, latencyMs: Math.round(performance.now() - startedAt), models, message };
  };
  try {
    const url = `${baseUrl.replace(/\/+$/, '')}/models`;
    const response = await guardedRequest({ url, method: 'GET', headers, signal, trustedOrigin });
    const body = await readBody(response);
    if (response.statusCode === 404 && !hasList) return report(true, [], null);
    if (response.statusCode !== 200) {
      return report(false, [], errorFromResponse({ status: response.statusCode ?? 0, body }).message);
    }
    return report(true, modelIds(body), null);
  } catch (cause) {
    if (signal.aborted) return report(false, [], 'It was reached, but it does not answer.');
    const error = errorFromCause(cause, signal);
    return report(false, [], error instanceof Error ? error.message : 'The check failed.');
  }
}

interface ListedModel {
  id?: unknown;
  /** Google's form: `models/<id>`. */
  name?: unknown;
  supportedGenerationMethods?: unknown;
}

/** Model ids of `{data: [{id}]}` or `{models: [{name}]}`; a reply in another form counts as none. */
function modelIds(body: string): string[] {
  try {
    const { data, models } = JSON.parse(body) as { data?: unknown; models?: unknown };
    const listed = [data, models].find(Array.isArray) as ListedModel[] | undefined;
    return (listed ?? []).flatMap((model) => {
      const id = model.id ?? model.name;
      return typeof id === 'string' && answers(model) ? [id.replace(/^models\//, '')] : [];
    });
  } catch {
    return [];
  }
}

function answers({ supportedGenerationMethods: methods }: ListedModel): boolean {
  return !Array.isArray(methods) || methods.includes('generateContent');
}
