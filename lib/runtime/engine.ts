import 'server-only';
import { dbKind, getDb, rawClient } from '@/db/client';
import { listen } from '@/db/listen';
import { selectUnnamed } from '@/db/queries/naming/select-unnamed';
import { CONTROL_CHANNEL } from '@/db/queries/run-control/control-channel';
import type { ClaimedRun } from '@/db/queries/run-log/claimed-run';
import { OPEN_POLICY } from '@/db/types/workspace-policy';
import { modelPrice } from '@/lib/agents/model-price';
import { backendFor } from '@/lib/agents/registry';
import { resolveCredentials } from '@/lib/agents/resolve-credentials';
import { createAttachmentSource } from '@/lib/attachments/create-attachment-source';
import { createContextSource } from '@/lib/context-sharing/create-context-source';
import { createEngine, type Engine } from '@/lib/engine/engine';
import { ModelWindows } from '@/lib/engine/fit/model-windows';
import { createInProcessBus } from '@/lib/engine/log/in-process-bus';
import { createJobDispatcher } from '@/lib/engine/run/job-dispatcher';
import { createChainSource } from '@/lib/mcp/chains/create-chain-source';
import { createMcpSource } from '@/lib/mcp/tools/create-mcp-source';
import { ResultCache } from '@/lib/mcp/tools/result-cache';
import { env } from '@/lib/platform/config/env';
import { AppError } from '@/lib/platform/errors/app-error';
import { logger } from '@/lib/platform/observability/logger';
import type { BackendChoice, Team } from '@/lib/protocol/team';
import { validateTeam } from '@/lib/team-config/validate-team';
import { checkPrograms } from './check-programs';
import { getMcp } from './mcp';
import { createNamer, type Namer } from './naming/create-namer';
import { nameConversation } from './naming/name-conversation';
import { leftOf, spendingCaps } from './spending';
import { watchSpending } from './watch-spending';
import { workFolderSource } from './work-folder-source';

/** Next bundles routes and instrumentation separately, so a module variable would make several engines. */
const holder = globalThis as {
  massgenEngine?: Promise<Engine>;
  massgenEngineClosed?: boolean;
  massgenNamer?: Namer;
  massgenRunning?: () => number;
};

/** With more runs than these under way what nobody waits for waits. */
const BUSY_RUNS = 3;
/** Whoever has begun to name a conversation so long ago is gone. */
const NAMING_SECONDS = 300;

/**
 * This process's engine, started at the first call: it has taken over abandoned runs and takes queued ones. Throws `unavailable` while
 * the process is shutting down.
 */
export async function getEngine(): Promise<Engine> {
  if (holder.massgenEngineClosed) {
    throw new AppError('unavailable', 'The server is restarting.', { retryAfterSeconds: 2 });
  }
  if (!holder.massgenEngine) {
    const starting = startedEngine();
    holder.massgenEngine = starting;
    starting.catch(() => {
      if (holder.massgenEngine === starting) holder.massgenEngine = undefined;
    });
  }
  return holder.massgenEngine;
}

/**
 * Ends the engine gracefully when there is one. The next `getEngine` makes another, unless it is stopped `forGood`: viewers come back at
 * once, and must not wake an engine in a process that is about to end.
 */
export async function stopEngine({ forGood }: { forGood: boolean } = { forGood: false }): Promise<void> {
  holder.massgenEngineClosed = forGood;
  holder.massgenNamer?.stop();
  const current = holder.massgenEngine;
  holder.massgenEngine = undefined;
  await (await current)?.stop();
}

/** Whether so many runs are under way in this process that what nobody waits for (titles, the search index) is to wait. */
export function isBusy(): boolean {
  return (holder.massgenRunning?.() ?? 0) > BUSY_RUNS;
}

/** The run keeps the prices that it was started with. */
function withPrices(team: Team): Team {
  const priced = <T extends { backend: BackendChoice }>(seat: T): T => {
    const price = modelPrice(backendFor(seat.backend.type), seat.backend.model);
    return { ...seat, backend: { ...seat.backend, price } };
  };
  const agents = team.agents.map((agent) => ({ ...priced(agent), fallbacks: agent.fallbacks?.map(priced) }));
  const { judge } = team.coordination;
  if (!judge || !('backend' in judge)) return { ...team, agents };
  return { ...team, agents, coordination: { ...team.coordination, judge: priced(judge) } };
}

/** No run spends more than its workspace has left for whoever started it: it then ends like one whose own budget is used up. */
async function withinCaps({ id, workspaceId, createdBy, policy }: ClaimedRun, team: Team): Promise<Team> {
  // What it has spent itself, before another process took it up, its own budget counts.
  const of = { workspaceId, userId: createdBy, exceptRunId: id };
  const left = leftOf(await spendingCaps(of, { ...OPEN_POLICY, ...policy }));
  if (left === null) return team;
  const { maxCostUsd } = team.limits;
  return { ...team, limits: { ...team.limits, maxCostUsd: Math.min(left, maxCostUsd ?? left) } };
}

async function startedEngine(): Promise<Engine> {
  const { MASSGEN_MAX_RUNS_PER_USER, MASSGEN_MAX_RUNS_PER_WORKSPACE } = env();
  const report = (error: unknown, what: string) => logger.error({ error }, what);
  const mcp = { ...getMcp(), report, results: new ResultCache() };
  const db = await getDb();
  const naming = {
    ...{ db, backendFor, titles: env().MASSGEN_TITLES },
    credentialsFor: (who: { userId: string; workspaceId: string }, choice: BackendChoice) =>
      resolveCredentials(who, who.workspaceId, choice),
    // Of the embedded database this process alone names, one after the other.
    staleSeconds: dbKind() === 'pglite' ? 0 : NAMING_SECONDS,
  };
  const spending = watchSpending({
    // One that is over by then, or knows already, needs no word.
    end: async (runId) => void (await engine.control(runId, { type: 'capReached' })),
    report,
    isAlone: dbKind() === 'pglite',
  });
  const namer = createNamer({
    name: (id, signal) => nameConversation(naming, id, signal),
    // Where no other process has the database, whoever had begun before this start is gone.
    findLeft: (when) => selectUnnamed(db, when === 'start' && dbKind() === 'pglite' ? 0 : NAMING_SECONDS),
    isBusy,
    report,
  });
  holder.massgenNamer = namer;
  const engine: Engine = createEngine({
    db,
    spending,
    bus: createInProcessBus(),
    dispatcher: createJobDispatcher(await rawClient(), (error) => report(error, 'The job queue met an error.')),
    limits: { perUser: MASSGEN_MAX_RUNS_PER_USER, perWorkspace: MASSGEN_MAX_RUNS_PER_WORKSPACE },
    soleProcess: dbKind() === 'pglite',
    onStoredControl: (heard) =>
      listen(CONTROL_CHANNEL, heard, (error) => report(error, 'Listening for people’s requests failed.')),
    attachments: createAttachmentSource(db),
    contexts: createContextSource(db, report),
    tools: [createMcpSource(mcp), createChainSource(mcp)],
    windows: new ModelWindows(backendFor),
    workFolders: workFolderSource,
    checkPrograms,
    onOver: ({ conversationId }) => namer.runOver(conversationId),
    backendFor,
    resolveCredentials: (run, choice) => resolveCredentials({ userId: run.createdBy }, run.workspaceId, choice),
    resolveTeam: async (run) => withinCaps(run, withPrices((await validateTeam(run.team)).team)),
    report,
  });
  holder.massgenRunning = () => engine.running();
  await engine.start();
  namer.start();
  return engine;
}
