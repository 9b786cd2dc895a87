import { validateJson } from '@/lib/platform/bounded-evaluation/validate-json';
import { cleanText } from '@/lib/protocol/text/clean-text';

const MOST_WORDS = 500;

/**
 * What is wrong with structured content by the schema that its server has given for it, in words, or `null`: also where nobody can say, since schema and
 * content are somebody else's and are looked at within bounds, in a thread of their own.
 */
export async function checkResult(schema: Record<string, unknown>, value: unknown): Promise<string | null> {
  const validation = await validateJson(schema, value);
  if (validation.valid !== false) return null;
  const words = validation.errors.map(({ path, message }) => `${path || 'it'} ${message}`);
  return cleanText(words.join('; '), MOST_WORDS);
}
