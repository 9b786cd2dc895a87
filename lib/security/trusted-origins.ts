import 'server-only';
import { type Env, env } from '@/lib/config/env';

const known = new WeakMap<Env, Set<string>>();

/** Origins that the operator named: `MASSGEN_TRUSTED_ORIGINS` and the instance's own base URLs. Only these may be private. */
function trustedOrigins(): Set<string> {
  const settings = env();
  const origins = known.get(settings) ?? originsOf(settings);
  known.set(settings, origins);
  return origins;
}

function originsOf(settings: Env): Set<string> {
  const configured = [
    settings.OPENAI_BASE_URL,
    settings.ANTHROPIC_BASE_URL,
    settings.GEMINI_BASE_URL,
    settings.XAI_BASE_URL,
    settings.ZAI_BASE_URL,
    settings.LMSTUDIO_BASE_URL,
  ];
  return new Set(
    [...settings.MASSGEN_TRUSTED_ORIGINS, ...configured.map((url) => url && originOf(url))].filter(isText),
  );
}

function isText(value: string | null | undefined): value is string {
  return Boolean(value);
}

export function isTrustedOrigin(url: string): boolean {
  const origin = originOf(url);
  return origin !== null && trustedOrigins().has(origin);
}

/** Scheme, host and port of an http(s) URL, or `null`. */
export function originOf(url: string): string | null {
  const parsed = URL.parse(url);
  return parsed && /^https?:$/.test(parsed.protocol) ? parsed.origin : null;
}
