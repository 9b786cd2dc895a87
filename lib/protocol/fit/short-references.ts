import type { References } from '../prompt/fill-references';
import type { Rendering } from './rendering';

const LONGEST_NAME = 40;

/** The references with the texts of attached files shortened as `rendering` says. */
export function shortReferences(references: References, rendering: Rendering): References {
  if (!rendering.isShortened) return references;
  return {
    ...references,
    partsOf: (attachment) =>
      references.partsOf(attachment).map((part) => {
        if (part.type !== 'text') return part;
        const piece = { name: `the file ${attachment.name.slice(0, LONGEST_NAME)}`, source: null, text: part.text };
        return { ...part, text: rendering.shorten({ kind: 'attachment', ...piece }) };
      }),
  };
}
