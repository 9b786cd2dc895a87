import { cleanText } from '../../text/clean-text';
import { atPointer } from './at-pointer';
import type { CheckFinding, ToolCheck } from './check';

/** What a tool has given. */
interface ToolResult {
  text: string;
  isError: boolean;
  /** The tool itself has said nothing. */
  isUnanswered?: true;
  structured?: unknown;
}

/** Of a tool's words. */
const LONGEST = 500;

/** What the result of a tool says of an answer (P32): where it is not what was agreed upon, nothing. */
export function readToolResult({ tool, passes }: ToolCheck, result: ToolResult): CheckFinding {
  const { isError, structured } = result;
  const said = cleanText(result.text.trim(), LONGEST);
  if (result.isUnanswered) return { outcome: 'none', because: said };
  if (passes === null) return isError ? { outcome: 'fail', because: said || `${tool} gives an error.` } : passed(tool);
  if (isError) return { outcome: 'none', because: said || `${tool} gives an error.` };
  const value = atPointer(structured, passes);
  if (value === true) return passed(tool);
  if (value === false) return { outcome: 'fail', because: said || `${tool} says false.` };
  return { outcome: 'none', because: `What ${tool} gives has neither true nor false at “${passes}”.` };
}

function passed(tool: string): CheckFinding {
  return { outcome: 'pass', because: `${tool} finds it right.` };
}
