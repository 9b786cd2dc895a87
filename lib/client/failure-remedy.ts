const REMEDY: Record<string, string> = {
  auth: 'Check the key of this provider in Settings.',
  quota: 'The provider’s quota is used up. Add credit there, or choose another model in the team.',
  rate_limited: 'The provider asked to wait. The agent tries again by itself.',
  overloaded: 'The provider is overloaded. The agent tries again by itself.',
  context_too_long:
    'The conversation is too long for this model. Choose one with a larger window, or start a new chat.',
  content_refused: 'The provider refused this content. Rephrase the message, or choose another model.',
  bad_request: 'The provider did not accept the request. Check the model name and parameters in the team.',
  network: 'The provider could not be reached. Check the base URL and the network.',
  protocol: 'The provider’s reply was damaged. The agent tries again by itself.',
  timeout: 'The model was silent too long. Raise the limit in the team, or choose another model.',
  no_action: 'The model neither answered nor voted. A model with tool calls works better here.',
};

/** What a person can do about a failure, by the error's code; `otherwise` for a code without advice of its own. */
export function failureRemedy(code: string, otherwise: string): string {
  return REMEDY[code] ?? otherwise;
}
