import { readLog } from '@/db/queries/run-log/read-log';
import type { Db } from '@/db/types/database';
import type { AgentBackend } from '@/lib/agents/backend';
import { BackendError } from '@/lib/agents/backend-error';
import type { RunEvent } from '@/lib/protocol/event';
import type { Team } from '@/lib/protocol/team';
import { createEngine, type Engine } from '../engine';
import type { EngineDeps } from '../engine-deps';
import { ModelWindows } from '../fit/model-windows';
import { createInProcessBus } from '../log/in-process-bus';

export interface TestEngine extends Engine {
  /** What the engine has reported as unexpected. */
  readonly reports: unknown[];
}

/** An engine with scripted models, a bus of its own and no job queue, on the given database. Not started yet. */
export function createTestEngine(db: Db, backends: AgentBackend[], overrides: Partial<EngineDeps> = {}): TestEngine {
  const reports: unknown[] = [];
  const scripted = (type: string) => {
    const backend = backends.find((candidate) => candidate.type === type);
    if (!backend) throw new BackendError('bad_request', `There is no backend ${type}.`);
    return backend;
  };
  const { backendFor = scripted } = overrides;
  const engine = createEngine({
    db,
    bus: createInProcessBus(),
    dispatcher: { start: async () => {}, enqueue: async () => {}, stop: async () => {} },
    limits: { perUser: 100, perWorkspace: 100 },
    soleProcess: true,
    backendFor,
    windows: new ModelWindows(backendFor),
    onStoredControl: async () => async () => {},
    attachments: { give: async () => [] },
    checkPrograms: { whyNot: async () => null, folderOf: async () => null },
    workFolders: {
      start: () => Promise.reject(new Error('This test has no working folders.')),
      pass: () => Promise.reject(new Error('This test has no working folders.')),
    },
    tools: [],
    contexts: { open: () => Promise.reject(new Error('This test has no contexts.')) },
    resolveCredentials: async () => ({ apiKey: null, baseUrl: null }),
    resolveTeam: async (run) => run.team as unknown as Team,
    report: (error) => reports.push(error),
    ...overrides,
  });
  return { ...engine, reports };
}

/** The whole stream of a run as text, from `after` to the end of the stream. */
export function streamText(engine: Engine, runId: string, after = 0): Promise<string> {
  return new Response(engine.events(runId, after, null)).text();
}

/** The events of a stream's text, in order. */
export function eventsOf(stream: string): RunEvent[] {
  return [...stream.matchAll(/^data: (\{"seq".*)$/gm)].map((match) => JSON.parse(match[1] ?? '') as RunEvent);
}

/** The run's log as it is stored, NDJSON. */
export async function storedLog(db: Db, runId: string): Promise<string> {
  let events = '';
  for (let page = await readLog(db, runId, 0); ; page = await readLog(db, runId, page.lastSeq)) {
    events += page.events;
    if (!page.more) return events;
  }
}

/** Resolves with the first event of the run for which `wanted` holds; rejects when the run ends without one. */
export async function untilEvent(
  engine: Engine,
  runId: string,
  wanted: (event: RunEvent) => boolean,
): Promise<RunEvent> {
  const reader = engine.events(runId, 0, null).getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) throw new Error(`The run ended without the event: ${text.slice(-2_000)}`);
    text += decoder.decode(value, { stream: true });
    const complete = text.slice(0, text.lastIndexOf('\n\n') + 2);
    const found = eventsOf(complete).find(wanted);
    if (!found) continue;
    await reader.cancel();
    return found;
  }
}
