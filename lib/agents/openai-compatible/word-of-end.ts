const MAX_WORD = 80;

/** A server's `finish_reason` as a word, also where it is a number or an object with one; `null` = the reply has not ended. */
export function wordOfEnd(given: unknown): string | null {
  // Some servers write their null as a text.
  if (!given || given === 'null') return null;
  if (typeof given === 'string') return given;
  if (typeof given !== 'object') return String(given);
  const { type, reason } = given as Record<string, unknown>;
  const word = [type, reason].find((value) => typeof value === 'string' && value !== '');
  return typeof word === 'string' ? word : JSON.stringify(given).slice(0, MAX_WORD);
}
