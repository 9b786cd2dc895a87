import { runPredicate } from '@/lib/platform/bounded-evaluation/run-predicate';
import { testPattern } from '@/lib/platform/bounded-evaluation/test-pattern';
import { validateJson } from '@/lib/platform/bounded-evaluation/validate-json';
import type { Check, CheckFinding, CodeCheck, CommandCheck, ToolCheck } from '@/lib/protocol/decision/checks/check';
import { checkNumber } from '@/lib/protocol/decision/checks/check-number';
import { jsonIn } from '@/lib/protocol/decision/checks/json-in';

/** What a program here can check. A further kind has its performer here; the critic is a call of a model, a tool is somebody else's program. */
export type ProgramCheck = Exclude<Check, { kind: 'critic' } | ToolCheck | CommandCheck | CodeCheck>;

const MOST_ERRORS = 5;

/** Checks an answer, within bounds and without holding up anything (P32). What keeps it from a result is “no evidence”, in words. */
export async function performCheck(check: ProgramCheck, answer: string): Promise<CheckFinding> {
  switch (check.kind) {
    case 'schema':
      return checkSchema(check.schema, answer);
    case 'pattern': {
      const test = await testPattern(check.pattern, check.flags, answer);
      if (test.matches === null) return { outcome: 'none', because: test.because };
      return test.matches
        ? { outcome: 'pass', because: 'The pattern is found.' }
        : { outcome: 'fail', because: 'The pattern is not found.' };
    }
    case 'number':
      return checkNumber(answer, check);
    case 'predicate': {
      const run = await runPredicate(check.code, answer);
      if (run.passed === null) return { outcome: 'none', because: run.because };
      return run.passed
        ? { outcome: 'pass', because: 'The code says true.' }
        : { outcome: 'fail', because: 'The code says false.' };
    }
  }
}

async function checkSchema(schema: unknown, answer: string): Promise<CheckFinding> {
  const json = jsonIn(answer);
  if (json === undefined)
    return { outcome: 'fail', because: 'The answer is not JSON and has not exactly one block of it.' };
  const validation = await validateJson(schema, json);
  if (validation.valid === null) return { outcome: 'none', because: validation.because };
  if (validation.valid) return { outcome: 'pass', because: 'It is valid by the schema.' };
  const errors = validation.errors
    .slice(0, MOST_ERRORS)
    .map(({ path, message }) => `${path || 'The value'} ${message}`);
  return { outcome: 'fail', because: `${errors.join('; ')}.` };
}
