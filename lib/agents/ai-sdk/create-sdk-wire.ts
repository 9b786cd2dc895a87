import 'server-only';
import type { LanguageModelV4 } from '@ai-sdk/provider';
import type { AgentCall } from '../backend';
import { BackendError } from '../backend-error';
import type { ModelFacts, Wire } from '../descriptor';
import { checkModelsEndpoint } from '../http/check-models-endpoint';
import type { Places } from '../params/places';
import { modelFetch } from './model-fetch';
import { streamModel } from './stream-model';

interface ModelSettings {
  apiKey: string;
  baseURL: string;
  fetch: typeof fetch;
}

interface Options {
  type: string;
  /** The provider's name and the environment variable of its key, for people. */
  provider: string;
  keyVariable: string;
  /** Where its parameters go. */
  params: Places;
  /** Loads the provider's package when it is first needed: each takes several megabytes. */
  model(name: string, settings: ModelSettings): Promise<LanguageModelV4>;
  /** What every request to this provider says besides what the SDK writes. */
  fields(call: AgentCall, facts: ModelFacts): Record<string, unknown>;
  /** Headers of the request that lists the models. */
  listHeaders(apiKey: string): Record<string, string>;
}

/** The wire of a backend that leaves the provider's format to the AI SDK. */
export function createSdkWire(options: Options): Wire {
  const { type, provider, keyVariable } = options;
  return {
    call: (call, signal, facts) => streamModel((onAdapted) => modelOf(call, facts, options, onAdapted), call, signal),
    async health({ apiKey, baseUrl, trustedOrigin }, signal) {
      const notConfigured = `Add a key for ${provider} in Settings → Models, or set ${keyVariable}.`;
      return checkModelsEndpoint({
        type,
        baseUrl: apiKey && baseUrl,
        headers: options.listHeaders(apiKey ?? ''),
        notConfigured,
        signal,
        trustedOrigin,
      });
    },
  };
}

async function modelOf(
  call: AgentCall,
  facts: ModelFacts,
  { provider, model, fields, params }: Options,
  onAdapted: (because: string) => void,
): Promise<LanguageModelV4> {
  const { apiKey, baseUrl } = call.credentials;
  if (!apiKey) throw new BackendError('auth', `There is no key for ${provider} for this agent.`);
  if (!baseUrl) throw new BackendError('bad_request', 'This agent has no base URL.');
  const baseURL = baseUrl.replace(/\/+$/, '');
  const fetch = modelFetch(call, { fields: fields(call, facts), params, onAdapted });
  return model(call.choice.model, { apiKey, baseURL, fetch });
}
