const GAP = /\{\{\s*([\p{L}\p{N}_ -]{1,50}?)\s*\}\}/gu;
const MOST = 20;

/** The names of the gaps `{{name}}` in a text, each once, in their order. */
export function gapsIn(text: string): string[] {
  return [...new Set([...text.matchAll(GAP)].map(([, name]) => name ?? ''))].slice(0, MOST);
}

/** The text with its gaps filled in; one without a value stays as it is. What is filled in is not read for gaps again. */
export function fillGaps(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(GAP, (gap, name: string) => (Object.hasOwn(values, name) ? (values[name] ?? gap) : gap));
}
