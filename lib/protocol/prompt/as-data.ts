/**
 * How text that others wrote stands in a request: inside a wrapper that it can neither close nor open. `<` becomes `&lt;` where a tag
 * of a wrapper begins and nowhere else, so that code stays readable.
 */

/** Tags under which texts of others, and the person's files, stand. */
const WRAPPERS = [
  'peer_context',
  'own_context',
  'peer_file',
  'answer',
  'note',
  'attachment',
  'tool_call',
  'tool_result',
  'file_diff',
  'comparison',
  'agent_message',
  'agent_plan',
] as const;

export type Wrapper = (typeof WRAPPERS)[number];

/** Characters that nobody sees, such as a zero-width space, may stand anywhere in a tag: a model reads it all the same. */
const UNSEEN = String.raw`[\s\p{Cf}]*`;

const ANY_WRAPPER = tagsOf(WRAPPERS);
const patterns = new Map<string, RegExp>();

/** The text without the meaning of these tags, opening and closing; of all wrappers when none is named. */
export function escapeTags(text: string, wrappers?: readonly Wrapper[]): string {
  return text.replace(wrappers ? patternOf(wrappers) : ANY_WRAPPER, '&lt;');
}

/** Between quotes in a tag, on one line. */
export function attribute(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll(/[\r\n\u2028\u2029]+/g, ' ');
}

function patternOf(wrappers: readonly Wrapper[]): RegExp {
  const key = wrappers.join();
  const known = patterns.get(key);
  if (known) return known;
  const pattern = tagsOf(wrappers);
  patterns.set(key, pattern);
  return pattern;
}

function tagsOf(names: readonly string[]): RegExp {
  const words = names.map((name) => [...name].join(String.raw`\p{Cf}*`));
  // The slash has blanks of its own: two runs of them side by side would take time by the square of a long one.
  return new RegExp(String.raw`[<＜﹤](?=(?:${UNSEEN}[/／])?${UNSEEN}(?:${words.join('|')})\b)`, 'giu');
}
