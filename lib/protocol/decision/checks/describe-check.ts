import type { Check } from './check';

const LONGEST = 4_000;

/**
 * What a check asks of an answer, as agents are told it. What is expected is not, a number or a tool's
 * arguments: whoever knew it could write it.
 */
export function describeCheck(check: Check): string {
  switch (check.kind) {
    case 'schema':
      return `The answer is JSON, or has exactly one block of JSON, that is valid by this schema: ${short(JSON.stringify(check.schema))}`;
    case 'pattern':
      return `The answer has a match of this regular expression: /${short(check.pattern)}/${check.flags}`;
    case 'number':
      return `The number that the answer states as its result is right${check.unit === null ? '' : `, in ${check.unit}`}.`;
    case 'predicate':
      return `This JavaScript gives true, where “answer” is the answer’s text: ${short(check.code)}`;
    case 'mcp':
      return `The tool “${short(check.tool)}” of “${short(check.server)}” is given the answer and finds it right.`;
    case 'command':
      return `This command ends without an error in a copy of your folder, with the answer’s text as its input: ${short(check.command)}`;
    case 'code':
      return `The answer has exactly one block of ${check.language}, which runs without an error and without network${check.tests === null ? '' : '; tests are run behind it in the same program'}.`;
    case 'critic':
      return `A reader finds that it meets this: ${short(check.rubric)}`;
  }
}

function short(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
