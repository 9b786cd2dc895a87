import { keyAddress } from '@/lib/browser/team/key-address';
import { texts } from './texts';

export interface Remedy {
  /** What to do, in a sentence. */
  text: string;
  /** Where to do it; `null` when there is nothing to be done, or not in this app. */
  link: { href: string; label: string } | null;
}

const MODELS = { href: '/settings/models', label: texts.openModels };
const TEAMS = { href: '/teams', label: texts.openTeams };
const NEW_CHAT = { href: '/', label: texts.newChat };

const REMEDY: Record<string, Remedy> = {
  auth: { text: texts.remedies.auth, link: MODELS },
  quota: {
    text: texts.remedies.quota,
    link: TEAMS,
  },
  rate_limited: {
    text: texts.remedies.rateLimited,
    link: TEAMS,
  },
  overloaded: {
    text: texts.remedies.overloaded,
    link: TEAMS,
  },
  context_too_long: {
    text: texts.remedies.contextTooLong,
    link: NEW_CHAT,
  },
  content_refused: {
    text: texts.remedies.contentRefused,
    link: TEAMS,
  },
  output_limit: {
    text: texts.remedies.outputLimit,
    link: TEAMS,
  },
  bad_request: {
    text: texts.remedies.badRequest,
    link: TEAMS,
  },
  tools_unsupported: {
    text: texts.remedies.toolsUnsupported,
    link: TEAMS,
  },
  network: { text: texts.remedies.network, link: MODELS },
  protocol: {
    text: texts.remedies.protocol,
    link: MODELS,
  },
  timeout: {
    text: texts.remedies.timeout,
    link: TEAMS,
  },
  no_action: {
    text: texts.remedies.noAction,
    link: TEAMS,
  },
  too_many_steps: { text: texts.remedies.tooManySteps, link: TEAMS },
  invalid: { text: texts.remedies.invalid, link: TEAMS },
};

/**
 * What a person can do about a failure, by the error's code; `null` for a code without advice of its own. `backend` = the type of the backend
 * that failed, where it is known: a key that was refused then leads to the form for this provider's.
 */
export function failureRemedy(code: string, backend?: string): Remedy | null {
  const remedy = Object.hasOwn(REMEDY, code) ? REMEDY[code] : undefined;
  if (!remedy) return null;
  return code === 'auth' ? { ...remedy, link: { href: keyAddress(backend), label: texts.storeKey } } : remedy;
}
