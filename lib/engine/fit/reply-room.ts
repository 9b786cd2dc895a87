/** Share of the window that is kept for the reply, and the most that is. */
const SHARE = 0.25;
const MOST_TOKENS = 16_384;
/** What an agent's params may ask for at most. */
const MOST_SHARE = 0.5;
const LIMITS = ['max_tokens', 'max_completion_tokens', 'max_output_tokens', 'maxOutputTokens', 'n_predict'];

/** Tokens of the window that belong to the reply: some servers refuse a request whose longest reply would not fit. */
export function replyRoom(window: number, params: Record<string, unknown>): number {
  const usual = Math.min(window * SHARE, MOST_TOKENS);
  const asked = LIMITS.flatMap((name) => (typeof params[name] === 'number' ? [params[name]] : []));
  return Math.ceil(Math.max(usual, Math.min(window * MOST_SHARE, ...(asked.length > 0 ? [Math.max(...asked)] : [0]))));
}
