import { uuidv7 } from 'uuidv7';
import { withAnswer } from '@/lib/protocol/decision/checks/answer-arguments';
import type { CheckFinding, ToolCheck } from '@/lib/protocol/decision/checks/check';
import { checkingAgent } from '@/lib/protocol/decision/checks/checking-agent';
import { readToolResult } from '@/lib/protocol/decision/checks/read-tool-result';
import type { Team } from '@/lib/protocol/team';
import type { CallHost } from '../call/active-call';
import type { OfferedTool, ToolHost, ToolScope, ToolSource } from '../tool-source';
import { sideEffectsOf } from '../tools/side-effects';

type Host = Pick<CallHost, 'state' | 'deps' | 'runId' | 'run' | 'tools'>;

/**
 * Has a tool look at an answer (P32), by the same rules as the tools of agents, but where an agent's call would ask a person, a check comes to no
 * result. It ends with the tool's own time, or with `signal`.
 */
export async function performToolCheck(
  host: Host,
  check: ToolCheck,
  answer: string,
  signal: AbortSignal,
): Promise<CheckFinding> {
  const { team } = host.state;
  const scope = team && scopeOf(host, team, check);
  if (!scope) return none('There is no team.');
  const found = await findTool(host.deps.tools, scope, check, signal);
  if ('because' in found) return none(found.because);
  const { source, tool } = found;
  const risk = riskOf(tool, team);
  if (risk !== null) return none(risk);
  const invocation = { scope, toolCallId: uuidv7(), tool, arguments: withAnswer(check.arguments, answer) };
  const { decision, because } = await source.decide(invocation);
  if (decision === 'ask') return none(`${tool.tool} asks a person first, and a check asks nobody. ${because}`);
  if (decision === 'deny') return none(because);
  return readToolResult(check, await source.run(invocation, quietHost(host), signal));
}

/** The check as a source of tools sees it: somebody who has this tool and nothing else. */
function scopeOf(host: Host, team: Team, check: ToolCheck): ToolScope | null {
  const agent = checkingAgent(team, check);
  if (!agent) return null;
  return {
    runId: host.runId,
    conversationId: host.run.conversationId,
    workspaceId: host.run.workspaceId,
    slot: agent.slot,
    callId: uuidv7(),
    phase: 'check',
    agent,
    get state() {
      return host.state;
    },
    reader: () => Promise.reject(new Error('No model reads for a check.')),
    // Nobody reads the definition, so there is room for it.
    ownWindow: Number.MAX_SAFE_INTEGER,
  };
}

async function findTool(
  sources: ToolSource[],
  scope: ToolScope,
  check: ToolCheck,
  signal: AbortSignal,
): Promise<{ source: ToolSource; tool: OfferedTool } | { because: string }> {
  const offers = await Promise.all(sources.map(async (source) => ({ source, ...(await source.offer(scope, signal)) })));
  for (const { source, tools } of offers) {
    const tool = tools.find((one) => one.tool === check.tool);
    if (tool) return { source, tool };
  }
  const [missing] = offers.flatMap((offer) => offer.missing);
  const because = missing?.because ?? `It has no tool “${check.tool}” that may be used.`;
  return { because: `“${check.server}” cannot be asked. ${because}` };
}

/** Why a tool that may change things does not check; `null` = it may. A crash has the check performed again. */
function riskOf({ tool, effects, idempotent }: OfferedTool, team: Team): string | null {
  if (effects === 'reads') return null;
  if (sideEffectsOf(team) !== 'allow') return `${tool} may change things, which this team lets no check do.`;
  return idempotent ? null : `${tool} may change things and does not say that it may be called twice.`;
}

/** Nobody watches it, and it asks nobody. */
function quietHost({ tools }: Host): ToolHost {
  return {
    report: () => {},
    lacks: () => {},
    ask: async () => ({ action: 'decline' }),
    sample: async () => ({ refused: 'A check asks no model.' }),
    async blob(content) {
      const { hash, bytes, stored } = tools.blobs.keep(Buffer.from(content));
      await stored;
      return { hash, bytes };
    },
  };
}

function none(because: string): CheckFinding {
  return { outcome: 'none', because };
}
