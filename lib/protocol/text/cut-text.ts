const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
/** What one character to the eye may be made of; more than that are marks piled up by a joker. */
const LONGEST = 64;

/** The beginning of a text, of at most `most` UTF-16 units, never cut inside of what a reader sees as one character. */
export function cutText(text: string, most: number): string {
  if (text.length <= most) return text;
  const from = Math.max(0, most - LONGEST);
  const at = graphemes.segment(text.slice(from, most + LONGEST)).containing(most - from)?.index;
  return at ? text.slice(0, from + at) : text.slice(0, most).toWellFormed();
}
