/**
 * Whether a regular expression is found in a text: `{matches}`, or `{because: 'syntax', detail}`.
 * @param {{pattern: string, flags: string, text: string}} task
 */
export function evaluate({ pattern, flags, text }) {
  let compiled;
  try {
    compiled = new RegExp(pattern, flags);
  } catch (error) {
    return { because: 'syntax', detail: error instanceof Error ? error.message : '' };
  }
  return { matches: compiled.test(text) };
}
