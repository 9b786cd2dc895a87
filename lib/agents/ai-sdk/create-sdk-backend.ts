import 'server-only';
import type { LanguageModelV4 } from '@ai-sdk/provider';
import type { AgentBackend, AgentCall } from '../backend';
import { BackendError } from '../backend-error';
import { listPrice } from '../catalogue/list-price';
import { modelFacts } from '../catalogue/model-facts';
import { checkModelsEndpoint } from '../http/check-models-endpoint';
import { modelFetch } from './model-fetch';
import { streamModel } from './stream-model';

interface ModelSettings {
  apiKey: string;
  baseURL: string;
  fetch: typeof fetch;
}

interface Options {
  type: string;
  label: string;
  /** The provider's name and the environment variable of its key, for people. */
  provider: string;
  keyVariable: string;
  /** Loads the provider's package when it is first needed: each takes several megabytes. */
  model(name: string, settings: ModelSettings): Promise<LanguageModelV4>;
  /** What every request to this provider says besides what the SDK writes. */
  fields(call: AgentCall): Record<string, unknown>;
  /** Headers of the request that lists the models. */
  listHeaders(apiKey: string): Record<string, string>;
}

/** A backend that leaves the provider's format to the AI SDK. */
export function createSdkBackend(options: Options): AgentBackend {
  const { type, label, provider, keyVariable } = options;
  return {
    type,
    label,
    simulation: false,
    capabilities: (model) => ({ ...modelFacts(model, type), stateful: false }),
    call: (call, signal) => streamModel(() => modelOf(call, options), call, signal),
    async health({ apiKey, baseUrl }, signal) {
      const notConfigured = `Add a key for ${provider} in settings, or set ${keyVariable}.`;
      return checkModelsEndpoint({
        type,
        baseUrl: apiKey && baseUrl,
        headers: options.listHeaders(apiKey ?? ''),
        notConfigured,
        signal,
      });
    },
    price: listPrice,
  };
}

async function modelOf(call: AgentCall, { provider, model, fields }: Options): Promise<LanguageModelV4> {
  const { apiKey, baseUrl } = call.credentials;
  if (!apiKey) throw new BackendError('auth', `There is no key for ${provider} for this agent.`);
  if (!baseUrl) throw new BackendError('bad_request', 'This agent has no base URL.');
  const baseURL = baseUrl.replace(/\/+$/, '');
  return model(call.choice.model, { apiKey, baseURL, fetch: modelFetch(call, fields(call)) });
}
