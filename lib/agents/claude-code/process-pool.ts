import 'server-only';
import { env } from '@/lib/config/env';
import { logger } from '@/lib/observability/logger';
import { toldParts } from '@/lib/protocol/prompt/told-parts';
import { startWorkFolder } from '@/lib/run-files/start-work-folder';
import { passWorkFolder } from '@/lib/run-files/work-folders';
import type { AgentCall } from '../backend';
import { BackendError } from '../backend-error';
import { AgentProcess } from './agent-process';
import { AgentSession } from './agent-session';
import { claudeCodeParams } from './claude-code-params';
import { claudeCodeExecutable, HOW_TO_INSTALL } from './executable';
import { findEarlierSession } from './find-earlier-session';
import { boardToolsOf, type Fingerprint, fingerprintOf, serves } from './fingerprint-of';
import { makeGatewayDoor } from './gateway';
import { Lanes } from './lanes';
import { entryKey } from './message-content';
import { Places } from './places';
import { queryOptions } from './query-options';
import { Told } from './told';
import { previousTurnKey, turnKey } from './turn-key';
import type { FoundAgent, WarmAgent } from './warm-agent';

type Conversation = NonNullable<AgentCall['conversation']>;

const STARTS_AT_ONCE = 2;
const IDLE_MS = 5 * 60_000;
const FOLDER_STAYS = 'what Claude Code has kept of a session is removed at the next start only';

interface Pool {
  agents: Set<WarmAgent>;
  active: Places;
  starting: Places;
  /** One for each slot of a run: its steps share a process and a working folder. */
  lanes: Lanes;
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
      lanes: new Lanes(),
      sweeper: setInterval(() => closeIdle(agents), IDLE_MS / 10).unref(),
    };
  }
  return holder.massgenClaudeCodePool;
}

/**
 * Takes a warm process that knows the conversation of the call; `null` = there is none. Throws the signal's reason when it is aborted
 * before the process is free.
 */
export async function findAgent(
  call: AgentCall,
  conversation: Conversation,
  signal: AbortSignal,
): Promise<FoundAgent | null> {
  const { parts } = conversation;
  const fingerprint = fingerprintOf(call, parts.system);
  const mine = [...processPool().agents].filter(
    (agent) =>
      agent.conversationId === conversation.id &&
      agent.slot === call.slot &&
      serves(agent.fingerprint, fingerprint, call),
  );
  const log = toldParts(parts.since).map(entryKey);
  const sameRun = mine.find(({ runId }) => runId === call.runId);
  if (sameRun) {
    await sameRun.ready;
    signal.throwIfAborted();
    const { process, turn, told } = sameRun;
    if (process.phase !== 'gone' && turn === turnKey(parts) && told.isPrefixOf(log)) {
      const knows = told.keys.length;
      if (process.phase === 'idle') told.endCalls();
      told.catchUp(log);
      take(sameRun);
      return { agent: sameRun, knows, problem: null };
    }
    // It has seen what the log does not have, for instance the end of a step that was interrupted.
    closeAgent(sameRun);
    return null;
  }
  const previous = previousTurnKey(conversation);
  const warm = mine.find(({ turn }) => turn === previous);
  await warm?.ready;
  // Another run may have taken it meanwhile.
  if (!warm || warm.turn !== previous || warm.process.phase !== 'idle' || warm.isBusy) return null;
  take(warm);
  const from = { conversationId: conversation.id, runId: warm.runId, slot: call.slot };
  Object.assign(warm, { runId: call.runId, turn: turnKey(parts), told: new Told(log) });
  await passWorkFolder(from, call.runId);
  return { agent: warm, knows: 'earlier turns', problem: null };
}

/** From now on it is the step's; the end of the call before does not end its turn any more. */
function take(agent: WarmAgent): void {
  agent.stopWaiting?.();
  Object.assign(agent, { isBusy: true, stopWaiting: null });
}

/** Starts a process, which goes on with the session of an earlier one if it can. Throws `BackendError`. */
export async function startAgent(call: AgentCall, conversation: Conversation): Promise<FoundAgent> {
  const executable = claudeCodeExecutable();
  if (!executable) throw new BackendError('bad_request', HOW_TO_INSTALL);
  const { agents } = processPool();
  makeRoom(agents);
  const { runId, slot, choice } = call;
  const { parts, id: conversationId } = conversation;
  const params = claudeCodeParams(choice.params);
  const fingerprint = fingerprintOf(call, parts.system);
  const { files, problem } = await startWorkFolder({ conversationId, runId, slot });
  const door = await makeGatewayDoor();
  const { session, knows } = await sessionFor(call, conversation, fingerprint);
  const process = new AgentProcess({
    asksNobody: params.permissionMode === 'allowAll',
    boardTools: boardToolsOf(call.tools),
  });
  const agent: WarmAgent = {
    process,
    door,
    conversationId,
    slot,
    runId,
    fingerprint,
    session,
    turn: turnKey(parts),
    told: new Told(toldParts(parts.since).map(entryKey)),
    ready: Promise.resolve(),
    isBusy: true,
    stopWaiting: null,
    usedAt: performance.now(),
  };
  const terms = {
    model: choice.model,
    system: parts.system,
    params,
    folder: files,
    executable,
    gateway: door,
    session,
  };
  const onGone = () => {
    agents.delete(agent);
    door.remove();
  };
  const onExit = () => void session?.removeFolder().catch((error: unknown) => logger.warn({ error }, FOLDER_STAYS));
  agents.add(agent);
  try {
    await process.start(queryOptions({ ...terms, agentId: process.agentId }), { onGone, onExit });
  } catch (cause) {
    onGone();
    onExit();
    throw new BackendError('network', 'Claude Code could not be started.', { cause });
  }
  return { agent, knows, problem };
}

/** Sessions are kept for a team that shares: what the others do reaches a process anyhow, however old its memory is. */
async function sessionFor(call: AgentCall, conversation: Conversation, { terms, board }: Fingerprint) {
  if (board === '') return { session: null, knows: null };
  const place = { conversationId: conversation.id, slot: call.slot, fingerprint: `${terms} ${board}` };
  const earlier = await findEarlierSession(place, call.runId, conversation);
  return { session: new AgentSession(place, earlier?.session ?? null), knows: earlier?.knows ?? null };
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
