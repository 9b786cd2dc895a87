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
  'check_results',
  'agent_message',
  'agent_plan',
] as const;

/** Characters that nobody sees, such as a zero-width space, may stand anywhere in a tag: a model reads it all the same. */
const UNSEEN = String.raw`[\s\p{Cf}]*`;

// The slash has blanks of its own: two runs of them side by side would take time by the square of a long one.
const ANY_WRAPPER = new RegExp(
  String.raw`[<＜﹤](?=(?:${UNSEEN}[/／])?${UNSEEN}(?:${WRAPPERS.map(spaced).join('|')})\b)`,
  'giu',
);

/** The text without the meaning of the wrappers' tags, opening and closing. */
export function escapeTags(text: string): string {
  return text.replace(ANY_WRAPPER, '&lt;');
}

/** The same for the one tag that stands in requests of a team that does not share: they say what they have always said. */
export function escapeTag(text: string, name: 'answer' | 'attachment'): string {
  return text.replace(PLAIN_TAGS[name], '&lt;');
}

const PLAIN_TAGS = { answer: /<(?=\s*\/?\s*answer\b)/gi, attachment: /<(?=\s*\/?\s*attachment\b)/gi };

/** Between quotes in a tag. */
export function quoted(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

/** Between quotes in a tag, on one line. */
export function attribute(text: string): string {
  return quoted(text).replaceAll(/[\r\n\u2028\u2029]+/g, ' ');
}

/** With room for unseen characters between the letters. */
function spaced(name: string): string {
  return [...name].join(String.raw`\p{Cf}*`);
}
