import { checkResult } from '../tools/check-result';

/** What is wrong with some arguments by a schema, in words, or `null`: also where nobody can say within bounds, and then the server says it. */
export function inputProblem(schema: Record<string, unknown>, given: Record<string, unknown>): Promise<string | null> {
  return checkResult(schema, given);
}
