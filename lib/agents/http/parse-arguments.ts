/** A tool call's arguments as the model wrote them: parsed, or the text itself when it is not JSON. No text = no arguments. */
export function parseArguments(text: string): unknown {
  if (!text.trim()) return {};
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
