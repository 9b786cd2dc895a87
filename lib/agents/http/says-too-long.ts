/** How providers and servers say that a request is longer than the model takes. */
const WORDS = [
  'context[_ ](?:length|window|limit|size)',
  'exceed_context_size|model_context_window',
  'maximum context',
  '(?:prompt|input|request|message) (?:is|was) too (?:long|large)|(?:prompt|input)_too_long',
  'too many (?:input |prompt )?tokens',
  'reduce (?:the |your )?(?:length|message size|prompt|input)',
  'exceeds? (?:the )?(?:available )?context',
  'token count.{0,40}exceeds',
  'exceed(?:s|ed)? (?:the )?(?:model(?:.s)? )?(?:maximum )?token limit',
  'exceeds? the (?:maximum |max )?number of tokens',
  'maximum prompt length|prompt exceeds max',
  'input length (?:and|exceeds|should be)|range of input length',
  'input validation error.{0,40}(?:tokens|inputs)',
  'too large for model',
  'number of tokens to keep from the initial prompt|tokens when context the overflows',
  'request too large|request entity too large|max size: ?\\d+ tokens',
];
const TOO_LONG = new RegExp(WORDS.join('|'), 'i');
/** A limit of tokens a minute that one request alone exceeds: waiting does not help. */
const TOO_LONG_FOR_A_MINUTE = /request too large|reduce your (?:message size|prompt)|must be reduced/i;
const NEVER: ReadonlySet<number | null> = new Set([401, 402, 403, 404]);

/** True when a refusal says that the request is too long; `status` as in `FailedResponse`. */
export function saysTooLong(status: number | null, body: string): boolean {
  if (status === 413) return true;
  if (NEVER.has(status)) return false;
  return (status === 429 ? TOO_LONG_FOR_A_MINUTE : TOO_LONG).test(body);
}
