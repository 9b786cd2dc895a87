const COMMANDS: Record<string, string> = { '\f': String.raw`\f`, '\b': String.raw`\b`, '\t': String.raw`\t` };
/** No text has a page feed or a step back before a letter; a tab before these is the beginning of `\times`, `\theta`, `\text{`. */
const LOST = /[\f\b](?=[a-z]{2})|\t(?=(?:imes|heta)\b|ext\{)/g;

/** A text whose commands of TeX were written into JSON without doubling their backslash, as it was meant: `\frac` had become a page feed. */
export function restoreCommands(text: string): string {
  return text.replace(LOST, (character) => COMMANDS[character] ?? character);
}
