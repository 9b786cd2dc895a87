/** What stands for the answer's text in the arguments of a tool that checks it. */
export const ANSWER = '$answer';

/** The arguments with the answer's text wherever it is to stand. */
export function withAnswer(given: unknown, answer: string): unknown {
  if (given === ANSWER) return answer;
  if (Array.isArray(given)) return given.map((item) => withAnswer(item, answer));
  if (typeof given !== 'object' || given === null) return given;
  return Object.fromEntries(Object.entries(given).map(([key, value]) => [key, withAnswer(value, answer)]));
}

/** Whether the answer's text is to stand anywhere in it. */
export function asksForAnswer(given: unknown): boolean {
  if (typeof given !== 'object' || given === null) return given === ANSWER;
  return Object.values(given).some(asksForAnswer);
}
