const GAP = /\{\{\s*([\p{L}\p{N}_ -]{1,50}?)\s*\}\}/gu;
const MOST = 20;

/** The names of the gaps `{{name}}` in a text, each once, in their order. */
export function gapsIn(text: string): string[] {
  return [...new Set([...text.matchAll(GAP)].map(([, name]) => name ?? ''))].slice(0, MOST);
}
