import 'server-only';
import { guardedRequest } from '@/lib/security/guarded-request';
import type { Health } from '../backend';
import { suggestedModels } from '../catalogue/suggested-models';
import { errorFromCause } from './error-from-cause';
import { errorFromResponse } from './error-from-response';
import { readBody } from './read-body';

const TIMEOUT_MS = 350;

interface ModelsCheck {
  type: string;
  baseUrl: string | null;
  headers: Record<string, string>;
  notConfigured: string;
  signal: AbortSignal;
  /** False = the provider documents no list, so that "not found" only says that it is there. */
  hasList?: boolean;
}

/** Health by `GET <baseUrl>/models`, within 350 ms; costs no tokens and never throws. The catalogue's models stand in for a list. */
export async function checkModelsEndpoint({
  type,
  baseUrl,
  headers,
  notConfigured,
  signal,
  hasList = true,
}: ModelsCheck): Promise<Health> {
  const suggestions = suggestedModels(type);
  if (!baseUrl)
    return { type, configured: false, healthy: false, latencyMs: null, models: suggestions, message: notConfigured };
  const startedAt = performance.now();
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  const report = (healthy: boolean, models: string[], message: string | null): Health => {
    return { type, configured: true, healthy, latencyMs: Math.round(performance.now() - startedAt), models, message };
  };
  try {
    const url = `${baseUrl.replace(/\/+$/, '')}/models`;
    const response = await guardedRequest({ url, method: 'GET', headers, signal: AbortSignal.any([signal, timeout]) });
    const body = await readBody(response);
    if (response.statusCode === 404 && !hasList) return report(true, suggestions, null);
    if (response.statusCode !== 200) {
      return report(false, suggestions, errorFromResponse({ status: response.statusCode ?? 0, body }).message);
    }
    const models = modelIds(body);
    return report(true, models.length > 0 ? models : suggestions, null);
  } catch (cause) {
    if (timeout.aborted) return report(false, suggestions, `No reply within ${TIMEOUT_MS} ms.`);
    const error = errorFromCause(cause, signal);
    return report(false, suggestions, error instanceof Error ? error.message : 'The check was interrupted.');
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
