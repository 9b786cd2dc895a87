import 'server-only';
import { env } from '@/lib/config/env';

export interface ProviderSettings {
  /** The instance's key and base URL, from the environment. */
  apiKey: string | null;
  baseUrl: string | null;
  /** The provider's own address; `null` = there is none. */
  defaultBaseUrl: string | null;
  /** False = a request without a key can work. */
  needsKey: boolean;
}

/** Where a backend type's requests go and what the instance itself provides for them; `null` for a type without a provider. */
export function providerSettings(type: string): ProviderSettings | null {
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
      return {
        apiKey: settings.ANTHROPIC_API_KEY ?? null,
        baseUrl: settings.ANTHROPIC_BASE_URL ?? null,
        defaultBaseUrl: 'https://api.anthropic.com',
        needsKey: true,
      };
    default:
      return null;
  }
}
