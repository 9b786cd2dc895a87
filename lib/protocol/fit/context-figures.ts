/** What a refusal says of lengths, in tokens; `null` = nothing. */
export interface ContextFigures {
  limit: number | null;
  requested: number | null;
}

const FIGURE = String.raw`(\d[\d,.'_]*\d|\d)\s*(k\b)?`;

/** Where a provider names what its model takes, by the words around the figure; the first that fits counts. */
const LIMITS = [
  `n_ctx["']?\\s*[:=]\\s*${FIGURE}`,
  `\\d(?: tokens)? > ${FIGURE}`,
  `(?:maximum|max\\.?|model'?s?) (?:model )?(?:context|prompt|input|sequence)(?: window| length| size| limit)?(?: of this model)?(?: is| of|:)?(?: only)? ${FIGURE}`,
  `context (?:window|length|size|limit)(?: is| of|:)?(?: only)? \\(?${FIGURE}`,
  `(?:exceeds?|exceeded|over|above|beyond) (?:the |its |this |model )*(?:maximum |max |context |token |input |allowed |limit )*(?:number of tokens allowed|length|limit|size|window|tokens?)?(?: of|:)? ?\\(?${FIGURE}`,
  `(?:tokens?|total) ?(?:must be (?:<=?|less than|at most)|cannot exceed|can not exceed) ${FIGURE}`,
  `(?:must be <=|must have less than|less than or equal to|up to|at most|max size:?|takes) ${FIGURE}`,
  `limit(?: is|:)? ${FIGURE}`,
  `\\[\\d+, ?${FIGURE}\\]`,
  `${FIGURE}(?: tokens?)? (?:maximum|context length|limit)`,
];

/** Where it names what was sent. */
const REQUESTED = [
  `(?:requested|requests?|resulted in|contains|has|given:?|received|passed|current length is|got|is too long:|count \\(?|count of|sum to) ?(?:about )?\\(?${FIGURE}`,
  `n_prompt_tokens["']?\\s*[:=]\\s*${FIGURE}`,
  `${FIGURE}(?: tokens?)? (?:>|in the messages|from the input)`,
];

/** Reads the figures of a refusal that says that a request is too long for its model, in whatever words. */
export function contextFigures(message: string): ContextFigures {
  const limit = find(LIMITS, message);
  const requested = find(REQUESTED, message);
  // What was sent is longer than what can be taken; anything else is a figure of something else.
  if (limit !== null && requested !== null && requested <= limit) return { limit, requested: null };
  return { limit, requested };
}

function find(patterns: string[], message: string): number | null {
  for (const pattern of patterns) {
    const [, figure, kilo] = new RegExp(pattern, 'i').exec(message) ?? [];
    const tokens = figure === undefined ? Number.NaN : Number(figure.replace(/[^\d]/g, '')) * (kilo ? 1_000 : 1);
    if (tokens >= 256) return tokens;
  }
  return null;
}
