import 'server-only';
import { createHash } from 'node:crypto';
import { selectEarlierRuns } from '@/db/queries/runs/select-earlier-runs';
import { env } from '@/lib/config/env';
import type { RequestParts } from '@/lib/protocol/prompt-message';
import { openWorkFolder, passWorkFolder } from '@/lib/run-files/work-folders';
import type { AgentCall } from '../backend';
import { BackendError } from '../backend-error';
import { AgentProcess } from './agent-process';
import { claudeCodeParams } from './claude-code-params';
import { claudeCodeExecutable, HOW_TO_INSTALL } from './executable';
import { type GatewayDoor, makeGatewayDoor } from './gateway';
import { entryKey, toldEntries, turnKey } from './message-content';
import { Places } from './places';
import { queryOptions } from './query-options';

/** A process with what it knows: which conversation, and how much of it. */
export interface WarmAgent {
  readonly process: AgentProcess;
  readonly door: GatewayDoor;
  readonly conversationId: string;
  readonly slot: string;
  /** Model, parameters and system text; a process cannot change them. */
  readonly fingerprint: string;
  runId: string;
  /** The conversation up to this turn's question, by content. */
  turn: string;
  /** What it has been told in this turn, by content. */
  told: string[];
  /** Resolves when no step is under way and the last one has ended its turn, as far as it has to. */
  ready: Promise<void>;
  isBusy: boolean;
  /** Ends the wait for the verdict on its action; `null` = it does not wait for one. */
  stopWaiting: (() => void) | null;
  usedAt: number;
}

/** How much of this turn a process knows; `earlier turns` = nothing of this one. */
export type Knowledge = 'earlier turns' | number;

const STARTS_AT_ONCE = 2;
const IDLE_MS = 5 * 60_000;

interface Pool {
  agents: Set<WarmAgent>;
  active: Places;
  starting: Places;
  sweeper: NodeJS.Timeout;
}

const holder = globalThis as { massgenClaudeCodePool?: Pool };

/** The processes of this server: those at work have places, of which there are only so many; others stay warm for a while. */
export function processPool(): Pool {
  if (!holder.massgenClaudeCodePool) {
    const { MASSGEN_CLAUDE_CODE_PROCESSES } = env();
    const agents = new Set<WarmAgent>();
    holder.massgenClaudeCodePool = {
      agents,
      active: new Places(MASSGEN_CLAUDE_CODE_PROCESSES),
      starting: new Places(STARTS_AT_ONCE),
      sweeper: setInterval(() => closeIdle(agents), IDLE_MS / 10).unref(),
    };
  }
  return holder.massgenClaudeCodePool;
}

/** A process that knows the conversation of the call, and how much of it; `null` = there is none. */
export async function findAgent(
  call: AgentCall,
  conversationId: string,
  parts: RequestParts,
): Promise<{ agent: WarmAgent; knows: Knowledge } | null> {
  const fingerprint = fingerprintOf(call, parts.system);
  const mine = [...processPool().agents].filter(
    (agent) => agent.conversationId === conversationId && agent.slot === call.slot && agent.fingerprint === fingerprint,
  );
  const told = toldEntries(parts.since).map(entryKey);
  const sameRun = mine.find(({ runId }) => runId === call.runId);
  if (sameRun) {
    await sameRun.ready;
    const isPrefix = sameRun.told.every((key, index) => key === told[index]);
    if (sameRun.process.phase !== 'gone' && sameRun.turn === turnKey(parts) && isPrefix) {
      const knows = sameRun.told.length;
      return { agent: Object.assign(sameRun, { told }), knows };
    }
    // It has seen what the log does not have, for instance the end of a step that was interrupted.
    closeAgent(sameRun);
    return null;
  }
  const previous = previousTurnKey(parts);
  const warm = mine.find(({ turn }) => turn === previous);
  await warm?.ready;
  // Another run may have taken it meanwhile.
  if (!warm || warm.turn !== previous || warm.process.phase !== 'idle' || warm.isBusy) return null;
  warm.isBusy = true;
  const from = { conversationId, runId: warm.runId, slot: call.slot };
  Object.assign(warm, { runId: call.runId, turn: turnKey(parts), told });
  await passWorkFolder(from, call.runId);
  return { agent: warm, knows: 'earlier turns' };
}

/** Starts a process that knows nothing. Throws `BackendError`. */
export async function startAgent(call: AgentCall, conversationId: string, parts: RequestParts): Promise<WarmAgent> {
  const executable = claudeCodeExecutable();
  if (!executable) throw new BackendError('bad_request', HOW_TO_INSTALL);
  const { agents } = processPool();
  makeRoom(agents);
  const { runId, slot, choice } = call;
  const params = claudeCodeParams(choice.params);
  const { files } = await openWorkFolder({ conversationId, runId, slot }, await selectEarlierRuns(runId));
  const door = await makeGatewayDoor();
  const process = new AgentProcess({ asksNobody: params.permissionMode === 'allowAll' });
  const agent: WarmAgent = {
    process,
    door,
    conversationId,
    slot,
    runId,
    fingerprint: fingerprintOf(call, parts.system),
    turn: turnKey(parts),
    told: toldEntries(parts.since).map(entryKey),
    ready: Promise.resolve(),
    isBusy: true,
    stopWaiting: null,
    usedAt: performance.now(),
  };
  const terms = { model: choice.model, system: parts.system, params, folder: files, executable, gateway: door };
  const forget = () => {
    agents.delete(agent);
    door.remove();
  };
  agents.add(agent);
  try {
    await process.start(queryOptions({ ...terms, agentId: process.agentId }), forget);
  } catch (cause) {
    forget();
    throw new BackendError('network', 'Claude Code could not be started.', { cause });
  }
  return agent;
}

/** Ends a process and forgets it. */
export function closeAgent(agent: WarmAgent): void {
  processPool().agents.delete(agent);
  agent.process.close();
}

/** Warm processes cost memory: of those that rest, the one used longest ago goes when there are twice as many as may work. */
function makeRoom(agents: Set<WarmAgent>): void {
  const resting = [...agents].filter(({ isBusy }) => !isBusy).sort((a, b) => a.usedAt - b.usedAt);
  const tooMany = agents.size + 1 - 2 * processPool().active.limit;
  for (const agent of resting.slice(0, Math.max(0, tooMany))) closeAgent(agent);
}

function closeIdle(agents: Set<WarmAgent>): void {
  for (const agent of agents) {
    if (!agent.isBusy && performance.now() - agent.usedAt > IDLE_MS) closeAgent(agent);
  }
}

/** Ends the processes of a conversation that is being deleted. */
export function closeAgentsOf(conversationId: string): void {
  for (const agent of processPool().agents) if (agent.conversationId === conversationId) closeAgent(agent);
}

function fingerprintOf({ choice, credentials }: AgentCall, system: string): string {
  const text = JSON.stringify([choice, credentials.baseUrl, system]);
  return createHash('sha256').update(text).digest('base64url');
}

/** The key of the turn before, when that has got its answer; a turn without one may still be going on. */
function previousTurnKey({ earlier }: RequestParts): string | null {
  const question = earlier.at(-2);
  if (earlier.at(-1)?.role !== 'assistant' || question?.role !== 'user') return null;
  return turnKey({ earlier: earlier.slice(0, -2), input: question });
}
