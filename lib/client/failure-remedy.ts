export interface Remedy {
  /** What to do, in a sentence. */
  text: string;
  /** Where to do it; `null` when there is nothing to be done, or not in this app. */
  link: { href: string; label: string } | null;
}

const MODELS = { href: '/settings#models', label: 'Open models and keys' };
const TEAMS = { href: '/teams', label: 'Open teams' };
const NEW_CHAT = { href: '/', label: 'New chat' };

const REMEDY: Record<string, Remedy> = {
  auth: { text: 'The provider did not accept the key. Store a valid one.', link: MODELS },
  quota: {
    text: 'The quota of this key is used up. Add credit at the provider, or choose another model.',
    link: TEAMS,
  },
  rate_limited: {
    text: 'The provider asked to wait; the agent tries again by itself. Where it happens often, use fewer agents of this provider.',
    link: TEAMS,
  },
  overloaded: {
    text: 'The provider is overloaded; the agent tries again by itself. A fallback in the team would step in.',
    link: TEAMS,
  },
  context_too_long: {
    text: 'The conversation is too long for this model. Start a new chat, or choose a model with a larger window.',
    link: NEW_CHAT,
  },
  content_refused: {
    text: 'The provider refuses this content. Rephrase the message, or choose another model.',
    link: TEAMS,
  },
  bad_request: {
    text: 'The provider did not accept the request. Check the model’s name and its parameters.',
    link: TEAMS,
  },
  network: { text: 'The provider could not be reached. Check its base URL and the network.', link: MODELS },
  protocol: {
    text: 'The reply was damaged; the agent tries again by itself. If it stays so, check that the base URL is the right kind of server.',
    link: MODELS,
  },
  timeout: {
    text: 'The model was silent or slow for too long. Raise the limit, or choose another model.',
    link: TEAMS,
  },
  no_action: {
    text: 'The model neither answered nor voted. A model that can call tools works better here.',
    link: TEAMS,
  },
  too_many_steps: { text: 'The agent needed too many model requests. Raise the limit of steps per call.', link: TEAMS },
  invalid: { text: 'The agent’s settings cannot be used any more. Check its backend, base URL and key.', link: TEAMS },
};

/** What a person can do about a failure, by the error's code; `null` for a code without advice of its own. */
export function failureRemedy(code: string): Remedy | null {
  return Object.hasOwn(REMEDY, code) ? (REMEDY[code] ?? null) : null;
}
