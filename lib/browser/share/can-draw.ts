/** Letters of Latin scripts, digits and the signs that stand between them: what the font at hand has. */
const HAS = /^[\u0020-\u007e\u00a0-\u00ac\u00ae-\u017f\u2010-\u2015\u2018-\u201e\u2026\u2039\u203a]+$/u;

/** Whether a picture can be made of the text with the font that is at hand. For others one would have to be fetched from elsewhere. */
export function canDraw(text: string): boolean {
  return HAS.test(text);
}
