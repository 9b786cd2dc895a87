import 'server-only';
import { KeyedMutex } from '@/lib/platform/async/keyed-mutex';
import { Semaphore } from '@/lib/platform/async/semaphore';
import { env } from '@/lib/platform/config/env';
import { logger } from '@/lib/platform/observability/logger';
import { toldParts } from '@/lib/protocol/prompt/told-parts';
import { VOTING_TOOLS } from '@/lib/protocol/workflow-tools';
import type { AgentCall } from '../backend';
import { BackendError } from '../backend-error';
import { type AgentFolder, makeAgentFolder, removeAgentFolder } from './agent-folder';
import { AgentProcess } from './agent-process';
import { AgentSession } from './agent-session';
import { claudeCodeParams } from './claude-code-params';
import { DeliveredTranscript } from './delivered-transcript';
import { claudeCodeExecutable, HOW_TO_INSTALL } from './executable';
import { findEarlierSession } from './find-earlier-session';
import { type Fingerprint, fingerprintOf, offeredTo, serves } from './fingerprint-of';
import { makeGatewaySession } from './gateway';
import { entryKey } from './message-content';
import { queryOptions } from './query-options';
import { previousTurnKey, turnKey } from './turn-key';
import type { FoundAgent, WarmAgent } from './warm-agent';

type Conversation = NonNullable<AgentCall['conversation']>;

const STARTS_AT_ONCE = 2;
const IDLE_MS = 5 * 60_000;
const FOLDER_STAYS = 'what Claude Code has kept of a session is removed at the next start only';

interface Pool {
  agents: Set<WarmAgent>;
  /** Working folders of processes that have not ended. */
  occupied: Set<string>;
  active: Semaphore;
  starting: Semaphore;
  /** One for each slot of a run: its steps share a process and a working folder. */
  mutexes: KeyedMutex;
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
      occupied: new Set(),
      active: new Semaphore(MASSGEN_CLAUDE_CODE_PROCESSES),
      starting: new Semaphore(STARTS_AT_ONCE),
      mutexes: new KeyedMutex(),
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
  Object.assign(warm, { runId: call.runId, turn: turnKey(parts), told: new DeliveredTranscript(log) });
  await conversation.workFolders.pass(from, call.runId);
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
  const { agents, occupied } = processPool();
  makeRoom(agents);
  const { runId, slot, choice } = call;
  const { parts, id: conversationId } = conversation;
  const params = claudeCodeParams(choice.params);
  const fingerprint = fingerprintOf(call, parts.system);
  const { files, problem } = await conversation.workFolders.start({ conversationId, runId, slot }, (folder) =>
    occupied.has(folder),
  );
  const gateway = await makeGatewaySession();
  const own = makeAgentFolder();
  const { session, knows } = await sessionFor(call, conversation, fingerprint, own);
  const process = new AgentProcess({
    asksNobody: params.permissionMode === 'allowAll',
    offered: offeredTo(call.tools),
    actions: conversation.actions ?? VOTING_TOOLS,
    takesNews: conversation.isShared === true,
  });
  const agent: WarmAgent = {
    process,
    gateway,
    conversationId,
    slot,
    runId,
    fingerprint,
    session,
    turn: turnKey(parts),
    told: new DeliveredTranscript(toldParts(parts.since).map(entryKey)),
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
    own,
    executable,
    gateway,
    session,
  };
  const onGone = () => {
    agents.delete(agent);
    gateway.remove();
  };
  const onExit = () => {
    occupied.delete(files);
    removeAgentFolder(own).catch((error: unknown) => logger.warn({ error }, FOLDER_STAYS));
  };
  agents.add(agent);
  occupied.add(files);
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
async function sessionFor(
  call: AgentCall,
  conversation: Conversation,
  { terms, offered }: Fingerprint,
  own: AgentFolder,
) {
  if (!conversation.isShared) return { session: null, knows: null };
  const place = { conversationId: conversation.id, slot: call.slot, fingerprint: `${terms} ${offered}` };
  const earlier = await findEarlierSession(place, call.runId, conversation);
  return { session: new AgentSession(place, earlier?.session ?? null, own.config), knows: earlier?.knows ?? null };
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
