import 'server-only';
import { type Env, env } from '@/lib/config/env';

export interface ProviderSettings {
  /** The instance's key and base URL, from the environment. */
  apiKey: string | null;
  baseUrl: string | null;
  /** The provider's own address; `null` = there is none. */
  defaultBaseUrl: string | null;
  /** The backend type whose stored keys it uses, when not its own. */
  keysOf?: string;
  /** The key's own base URL names another endpoint of the same provider. */
  hasOwnPath?: boolean;
  /** False = a request without a key can work. */
  needsKey: boolean;
}

/** Where a backend type's requests go and what the instance itself provides for them; `null` for a type without a provider. */
export function providerSettings(type: string, params: Record<string, unknown> = {}): ProviderSettings | null {
  const settings = env();
  switch (type) {
    case 'openai_compatible':
      return {
        apiKey: settings.OPENAI_API_KEY ?? null,
        baseUrl: settings.OPENAI_BASE_URL ?? null,
        defaultBaseUrl: 'https://api.openai.com/v1',
        needsKey: false,
      };
    case 'openai':
      return {
        apiKey: settings.OPENAI_API_KEY ?? null,
        baseUrl: settings.OPENAI_BASE_URL ?? null,
        defaultBaseUrl: 'https://api.openai.com/v1',
        needsKey: true,
      };
    case 'gemini':
      return {
        apiKey: settings.GEMINI_API_KEY ?? null,
        baseUrl: settings.GEMINI_BASE_URL ?? null,
        defaultBaseUrl: 'https://generativelanguage.googleapis.com/v1beta',
        needsKey: true,
      };
    case 'grok':
      return {
        apiKey: settings.XAI_API_KEY ?? null,
        baseUrl: settings.XAI_BASE_URL ?? null,
        defaultBaseUrl: 'https://api.x.ai/v1',
        needsKey: true,
      };
    case 'zai':
      return {
        apiKey: settings.ZAI_API_KEY ?? null,
        baseUrl: settings.ZAI_BASE_URL ?? null,
        defaultBaseUrl: 'https://api.z.ai/api/paas/v4',
        needsKey: true,
      };
    case 'lmstudio':
      return { apiKey: null, baseUrl: settings.LMSTUDIO_BASE_URL ?? null, defaultBaseUrl: null, needsKey: false };
    case 'claude':
      return anthropic(settings);
    case 'claude_code':
      return params.provider === 'zai' ? zaiInAnthropicFormat(settings) : { ...anthropic(settings), keysOf: 'claude' };
    default:
      return null;
  }
}

function anthropic(settings: Env): ProviderSettings {
  return {
    apiKey: settings.ANTHROPIC_API_KEY ?? null,
    baseUrl: settings.ANTHROPIC_BASE_URL ?? null,
    defaultBaseUrl: 'https://api.anthropic.com',
    needsKey: true,
  };
}

/** Z.AI's second endpoint. `ZAI_BASE_URL` names the first one, whose path is another. */
function zaiInAnthropicFormat(settings: Env): ProviderSettings {
  const origin = settings.ZAI_BASE_URL && new URL(settings.ZAI_BASE_URL).origin;
  return {
    apiKey: settings.ZAI_API_KEY ?? null,
    baseUrl: origin ? `${origin}/api/anthropic` : null,
    defaultBaseUrl: 'https://api.z.ai/api/anthropic',
    keysOf: 'zai',
    hasOwnPath: true,
    needsKey: true,
  };
}
