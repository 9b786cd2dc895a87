import type { CallToolResult } from '@modelcontextprotocol/client';
import type { ChainStep } from '@/db/types/mcp-chain-record';
import type { StepReceipt } from '@/lib/protocol/tool-event';
import { atPointer, type Found, type Reference, resolveArguments } from './resolve-arguments';
import { texts } from './texts';

/** What has come of a step: what its server gave, or why it was not called. */
export type StepOutcome = { result: CallToolResult } | { refused: string };

export interface ChainOutcome {
  /** Of the last step; where the chain has ended before, what says where and why. */
  result: CallToolResult;
  steps: StepReceipt[];
}

/**
 * Makes the calls of a chain one after the other, each with what it takes from the input and from the steps before it, unchanged. The first that cannot be made,
 * or gives an error, ends it.
 * @param call makes a step's call
 * @param begins is told before each step
 */
export async function runSteps(
  steps: ChainStep[],
  input: unknown,
  call: (step: ChainStep, given: Record<string, unknown>) => Promise<StepOutcome>,
  begins: (step: ChainStep, at: number) => void = () => {},
): Promise<ChainOutcome> {
  const results: CallToolResult[] = [];
  const receipts: StepReceipt[] = [];
  for (const [at, step] of steps.entries()) {
    begins(step, at + 1);
    const began = performance.now();
    const outcome = await outcomeOf(step, input, results, call);
    const problem = problemOf(outcome);
    receipts.push({
      ...{ step: at + 1, server: step.server, tool: step.tool, isError: problem !== null },
      tookMs: Math.round(performance.now() - began),
      ...(problem !== null && { problem }),
    });
    if (problem !== null || !('result' in outcome)) {
      const text = texts.ended(at + 1, steps.length, step, problem ?? '');
      return { result: { content: [{ type: 'text', text }], isError: true }, steps: receipts };
    }
    results.push(outcome.result);
  }
  return { result: results.at(-1) ?? { content: [] }, steps: receipts };
}

async function outcomeOf(
  step: ChainStep,
  input: unknown,
  results: CallToolResult[],
  call: (step: ChainStep, given: Record<string, unknown>) => Promise<StepOutcome>,
): Promise<StepOutcome> {
  let given: unknown;
  try {
    given = resolveArguments(step.arguments, (reference) => find(reference, input, results));
  } catch (error) {
    return { refused: error instanceof Error ? error.message : String(error) };
  }
  return call(step, given as Record<string, unknown>);
}

function problemOf(outcome: StepOutcome): string | null {
  if ('refused' in outcome) return outcome.refused;
  if (outcome.result.isError !== true) return null;
  return textOf(outcome.result) || texts.saysNothing;
}

function find({ $from, pointer }: Reference, input: unknown, results: CallToolResult[]): Found {
  if ($from === 'input') return atPointer(input, pointer);
  const result = results[Number($from) - 1];
  if (!result) return null;
  // Of data first: a pointer is about what the tool gives, and not about how it is wrapped.
  return atPointer(dataOf(result), pointer) ?? atPointer(result, pointer);
}

/** What a result gives as data: its structured content, else its text, read as JSON where it is JSON. */
function dataOf(result: CallToolResult): unknown {
  if (result.structuredContent !== undefined) return result.structuredContent;
  const text = textOf(result);
  if (!/^\s*[[{]/.test(text)) return text;
  try {
    return JSON.parse(text);
  } catch {
    // It only looks like JSON.
    return text;
  }
}

function textOf({ content }: CallToolResult): string {
  return content.flatMap((block) => (block.type === 'text' ? [block.text] : [])).join('\n');
}
