import 'server-only';
import type { CallToolResult } from '@modelcontextprotocol/client';
import { selectUsableServers } from '@/db/queries/mcp-servers/select-usable-servers';
import type { ChainStep } from '@/db/types/mcp-chain-record';
import { performCall } from '@/lib/features/mcp-tools/perform-call';
import { prepareCall } from '@/lib/features/mcp-tools/prepare-call';
import { inputProblem } from '@/lib/mcp/chains/input-problem';
import { runSteps, type StepOutcome } from '@/lib/mcp/chains/run-steps';
import { texts as toolTexts } from '@/lib/mcp/tools/texts';
import type { Actor } from '@/lib/platform/auth/actor';
import { AppError } from '@/lib/platform/errors/app-error';
import type { StepReceipt } from '@/lib/protocol/tool-event';
import { requireChain } from './require-chain';
import { texts } from './texts';

export interface ChainRun {
  result: { content: unknown[]; structuredContent?: unknown; isError: boolean };
  steps: StepReceipt[];
  tookMs: number;
}

/** A person makes the calls of a chain themselves. What goes wrong in a step ends it and stands in the result. Throws `not_found`, `forbidden`, `invalid`. */
export async function runChain(
  actor: Actor,
  id: string,
  input: Record<string, unknown>,
  signal: AbortSignal,
): Promise<ChainRun> {
  const chain = await requireChain(actor, id, 'use');
  const wrong = await inputProblem(chain.inputSchema, input);
  if (wrong !== null)
    throw new AppError('invalid', texts.wrongInput(wrong), { fields: [{ path: 'arguments', message: wrong }] });
  const usable = await selectUsableServers(actor, chain.workspaceId);
  const began = performance.now();
  const { result, steps } = await runSteps(chain.steps, input, (step, given) =>
    callStep(actor, usable, step, given, signal),
  );
  const { content, structuredContent, isError } = result;
  return {
    result: { content, ...(structuredContent !== undefined && { structuredContent }), isError: isError === true },
    steps,
    tookMs: Math.round(performance.now() - began),
  };
}

async function callStep(
  actor: Actor,
  usable: { id: string; name: string }[],
  { server, tool }: ChainStep,
  given: Record<string, unknown>,
  signal: AbortSignal,
): Promise<StepOutcome> {
  const found = usable.find(({ id, name }) => id === server || name.toLowerCase() === server.toLowerCase());
  if (!found) return { refused: texts.noSuchServer(server, null) };
  try {
    const call = await prepareCall(actor, { serverId: found.id, name: tool, arguments: given });
    const wrong = await inputProblem(call.tool.definition.inputSchema, given);
    if (wrong !== null) return { refused: toolTexts.wrongArguments(wrong) };
    const { result } = await performCall(actor, call, { signal });
    return { result: result as CallToolResult };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { refused: error.message };
  }
}
