/**
 * (h) Context sharing: what it costs a step of 5 agents with 100 KB of context each; capture of a working folder of 2,000 files of which 10
 * have changed, and what other streams feel of it; memory over 200 turns of 5 agents with 200 KB each. Everything stored durably in the
 * embedded database. The limits are the same turns without sharing.
 */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { closeDb, getDb } from '../db/client';
import type { AgentCall } from '../lib/agents/backend';
import { createContextSource } from '../lib/context/create-context-source';
import { createScriptedBackend, type ScriptedStep } from '../lib/engine/testing/scripted-backend';
import { seedPerson, seedRun } from '../lib/engine/testing/seed-run';
import { ballotOf } from '../lib/engine/testing/team-script';
import { createTestEngine, eventsOf, streamText } from '../lib/engine/testing/test-engine';
import { storedTeam, testTeam } from '../lib/engine/testing/test-team';
import type { RunEvent } from '../lib/protocol/event';
import { openWorkFolder } from '../lib/run-files/work-folders';
import { finishReport, report } from './support/report';
import { median, percentile } from './support/statistics';

process.env.DATA_DIR = mkdtempSync(join(tmpdir(), 'massgen-bench-'));
setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;
const db = await getDb();
const person = await seedPerson();
const contexts = createContextSource(db, (error, what) => {
  throw new Error(what, { cause: error });
});
const contextSharing = {
  include: ['answers', 'tools', 'files', 'notes'] as never[],
  maxTokensPerPeer: 8_000,
  maxTokensTotal: 24_000,
};

/** Tool results of so many kilobytes in all, different in every call. */
function toolWork(call: AgentCall, kilobytes: number) {
  return Array.from({ length: kilobytes / 5 }, (_, index) => ({
    tool: 'Bash',
    arguments: { command: `step ${index}` },
    result: `${call.runId} ${call.slot} ${index} `.padEnd(5_000, `line of output ${index}\n`),
  }));
}

function script(kilobytes: number) {
  const answered = new Set<string>();
  return async (call: AgentCall): Promise<ScriptedStep> => {
    if (call.toolChoice === 'none') return { text: ['The ', 'end.'] };
    const choices = ballotOf(call).sort();
    const seat = `${call.runId} ${call.slot}`;
    if (choices.length > 0 && answered.has(seat))
      return { tools: [{ tool: 'vote', arguments: { answer_id: choices[0], reason: 'It is complete.' } }] };
    answered.add(seat);
    return {
      ownTools: toolWork(call, kilobytes),
      tools: [{ tool: 'new_answer', arguments: { content: `Answer of ${call.slot} in ${call.runId}` } }],
    };
  };
}

interface Turn {
  ms: number;
  events: RunEvent[];
  conversationId: string;
}

async function turn(
  backend: ReturnType<typeof createScriptedBackend>,
  agents: number,
  shares: boolean,
  conversationId: string | null = null,
): Promise<Turn> {
  const engine = createTestEngine(db, [backend], { contexts });
  await engine.start();
  const team = testTeam({ agents, coordination: { presenter: 'A', ...(shares && { contextSharing }) } });
  const run = await seedRun(person, storedTeam(team), { conversationId });
  const startedAt = performance.now();
  engine.submitted();
  const log = await streamText(engine, run.runId);
  const ms = performance.now() - startedAt;
  if (!log.includes('"type":"run.finished"')) throw new Error(`The turn did not finish: ${log.slice(-400)}`);
  await engine.stop();
  return { ms, events: eventsOf(log), conversationId: run.conversationId };
}

const capturesOf = (events: RunEvent[]) => events.filter((event) => event.type === 'context.captured');
const deliveriesOf = (events: RunEvent[]) =>
  events.filter((event) => event.type === 'context.delivered').filter(({ contexts }) => (contexts?.length ?? 0) > 0);

async function overhead() {
  const own: number[] = [];
  const without: number[] = [];
  const delays: number[] = [];
  const captures: number[] = [];
  for (let round = 0; round < 5; round += 1) await turn(createScriptedBackend({ script: script(100) }), 5, true);
  for (let round = 0; round < 25; round += 1) {
    without.push((await turn(createScriptedBackend({ script: script(100) }), 5, false)).ms);
    const { ms, events } = await turn(createScriptedBackend({ script: script(100) }), 5, true);
    own.push(ms);
    delays.push(...deliveriesOf(events).map(({ tookMs }) => tookMs));
    captures.push(...capturesOf(events).map(({ tookMs }) => tookMs));
    if (events.some((event) => event.type === 'context.failed')) throw new Error('A context failed.');
  }
  report({ name: '5 agents, 100 KB each: a turn', value: median(own), unit: 'ms', limit: median(without) });
  report({ name: 'a step waits for shared contexts, p50', value: median(delays), unit: 'ms' });
  report({ name: 'a step waits for shared contexts, p99', value: percentile(delays, 0.99), unit: 'ms', target: 100 });
  report({ name: 'capture, p50', value: median(captures), unit: 'ms' });
  report({ name: 'capture, p99', value: percentile(captures, 0.99), unit: 'ms' });
}

/** Agent A publishes three times: behind 2,000 new files, and twice behind 10 changed ones. What is held up is counted from the second on. */
async function folders() {
  const files = 2_000;
  const paths = Array.from({ length: files }, (_, index) => `file-${index}.txt`);
  const content = (index: number, version: number) => `${index} ${version} `.padEnd(4_096, `${index}`);
  const first: number[] = [];
  const changed: number[] = [];
  const stalls: number[] = [];
  const stored: number[] = [];
  for (let round = 0; round < 8; round += 1) {
    const { conversationId } = await turn(createScriptedBackend({ script: script(5) }), 2, true);
    const loop = monitorEventLoopDelay({ resolution: 1 });
    let version = 0;
    const model = createScriptedBackend({
      script: async (call) => {
        if (call.toolChoice === 'none') loop.disable();
        if (call.slot !== 'A' || call.toolChoice === 'none' || version > 2) return voting(call);
        // A file that was written a moment ago would be read again: clocks of files are coarse.
        if (version > 0) await new Promise((resolve) => setTimeout(resolve, 2_100));
        const { files: folder } = await openWorkFolder({ conversationId, runId: call.runId, slot: 'A' }, []);
        const now = version === 0 ? paths : paths.slice(0, 10);
        for (const [index, path] of now.entries()) writeFileSync(join(folder, path), content(index, version));
        version += 1;
        if (version === 2) loop.enable();
        return { tools: [{ tool: 'new_answer', arguments: { content: `Version ${version} in ${call.runId}` } }] };
      },
    });
    const { events } = await turn(model, 2, true, conversationId);
    const captures = capturesOf(events).filter((event) => event.slot === 'A' && event.files > 0);
    if (captures.map((event) => event.files).join() !== `${files},10,10`)
      throw new Error(`Captured were ${captures.map((event) => event.files).join()} files.`);
    first.push(captures[0]?.tookMs ?? Number.NaN);
    changed.push(...captures.slice(1).map(({ tookMs }) => tookMs));
    stored.push(...captures.slice(1).map(({ bytes }) => bytes / 1024));
    stalls.push(loop.max / 1e6);
  }
  report({ name: '2,000 files of 4 KB: first capture', value: median(first), unit: 'ms' });
  report({ name: '10 of them changed: capture, worst', value: Math.max(...changed), unit: 'ms', target: 150 });
  report({ name: '10 of them changed: capture, p50', value: median(changed), unit: 'ms' });
  report({ name: '10 of them changed: newly stored', value: median(stored), unit: 'KB', limit: 40 });
  report({ name: 'the event loop is held meanwhile, worst', value: Math.max(...stalls), unit: 'ms', target: 20 });
}

/** Publishes once, then votes. */
function voting(call: AgentCall): ScriptedStep {
  if (call.toolChoice === 'none') return { text: ['The end.'] };
  const choices = ballotOf(call).sort();
  if (choices.some((id) => id.startsWith(call.slot)))
    return { tools: [{ tool: 'vote', arguments: { answer_id: choices[0], reason: 'It is complete.' } }] };
  return { tools: [{ tool: 'new_answer', arguments: { content: `Answer of ${call.slot} in ${call.runId}` } }] };
}

async function memory() {
  const rss = async () => {
    // What is on its way to the database is no growth.
    await new Promise((resolve) => setTimeout(resolve, 500));
    collectGarbage();
    return process.memoryUsage().rss / 1024 ** 2;
  };
  const model = script(200);
  let conversationId: string | null = null;
  let before = 0;
  for (let turns = 0; turns < 220; turns += 1) {
    if (turns === 20) before = await rss();
    // A conversation of 20 turns each: the history is told to every agent.
    if (turns % 20 === 0) conversationId = null;
    ({ conversationId } = await turn(createScriptedBackend({ script: model }), 5, true, conversationId));
  }
  report({
    name: '200 turns of 5 agents at 200 KB: memory grows by',
    value: (await rss()) - before,
    unit: 'MB',
    target: 50,
  });
}

await overhead();
await folders();
await memory();
await closeDb();
finishReport();
