import { createTextReader } from './create-text-reader';

/** A whole text without the thoughts that stand in it between tags, and those thoughts. */
export function splitThoughts(whole: string): { text: string; reasoning: string } {
  const reader = createTextReader();
  let text = '';
  let reasoning = '';
  for (const part of [...reader.push(whole), ...reader.end()]) {
    if (part.type === 'recast') {
      reasoning += text;
      text = '';
    } else if (part.type === 'text') text += part.text;
    else reasoning += part.text;
  }
  return { text, reasoning };
}
