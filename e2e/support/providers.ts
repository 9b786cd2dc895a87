import type { Doubles } from '../doubles/start-doubles';

/** One backend of each provider, with its settings below. */
export const PROVIDERS = ['openai', 'claude', 'gemini', 'grok', 'lmstudio', 'zai', 'claude_code'];

/** The environment of an app that names a key and an address for each provider. */
export function providerSettings({ origin }: Doubles): Record<string, string> {
  return {
    OPENAI_API_KEY: 'k-openai',
    OPENAI_BASE_URL: `${origin}/v1`,
    ANTHROPIC_API_KEY: 'k-anthropic',
    ANTHROPIC_BASE_URL: origin,
    GEMINI_API_KEY: 'k-gemini',
    GEMINI_BASE_URL: `${origin}/v1beta`,
    XAI_API_KEY: 'k-xai',
    XAI_BASE_URL: `${origin}/v1`,
    ZAI_API_KEY: 'k-zai',
    ZAI_BASE_URL: `${origin}/api/paas/v4`,
    LMSTUDIO_BASE_URL: `${origin}/v1`,
  };
}
