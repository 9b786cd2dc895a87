/**
 * (h) Context sharing: what it costs a step of 5 agents with 100 KB of context each, all at once and one after the other; capture of a
 * working folder of 2,000 files of which 10 have changed, and how long the event loop is held meanwhile. Everything stored durably in the
 * embedded database. The limit is the same turn without sharing.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { openWorkFolder } from '@/lib/work-folders/work-folders';
import type { AgentCall } from '../lib/agents/backend';
import { createScriptedBackend, type ScriptedStep } from '../lib/engine/testing/scripted-backend';
import { ballotOf } from '../lib/engine/testing/team-script';
import type { RunEvent } from '../lib/protocol/event';
import { finishReport, report } from './support/report';
import { endTurns, script, turn } from './support/sharing-turn';
import { median, percentile } from './support/statistics';

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
  const apart: number[] = [];
  for (let round = 0; round < 25; round += 1) {
    const model = createScriptedBackend({ script: script(100, { B: 60, C: 120, D: 180, E: 240 }) });
    const { events } = await turn(model, 5, true);
    apart.push(...deliveriesOf(events).map(({ tookMs }) => tookMs));
  }
  report({ name: '5 agents, 100 KB each: a turn', value: median(own), unit: 'ms', limit: median(without) });
  report({ name: 'all at once: a step waits for shared contexts, p50', value: median(delays), unit: 'ms' });
  report({
    name: 'all at once: a step waits for shared contexts, p99',
    value: percentile(delays, 0.99),
    unit: 'ms',
    target: 100,
  });
  report({ name: '60 ms apart: a step waits, p50', value: median(apart), unit: 'ms' });
  report({ name: '60 ms apart: a step waits, p99', value: percentile(apart, 0.99), unit: 'ms', target: 100 });
  report({ name: 'capture, p50', value: median(captures), unit: 'ms' });
  report({ name: 'capture, p99', value: percentile(captures, 0.99), unit: 'ms' });
}

/** Agent A publishes four times: behind 2,000 new files, and thrice behind 10 changed ones. The first of these reads all files once more, since they
 * had been written only a moment before they were read. How long the loop is held is counted from there on. */
async function folders() {
  const files = 2_000;
  const paths = Array.from({ length: files }, (_, index) => `file-${index}.txt`);
  // Different in every round: what is known already is not stored again.
  const content = (index: number, version: number, round: number) =>
    `${round} ${index} ${version} `.padEnd(4_096, `${index}`);
  const first: number[] = [];
  const again: number[] = [];
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
        if (call.slot !== 'A' || call.toolChoice === 'none' || version > 3) return voting(call);
        // A file that was written a moment ago would be read again: clocks of files are coarse.
        if (version > 0) await new Promise((resolve) => setTimeout(resolve, 2_100));
        const { files: folder } = await openWorkFolder({ conversationId, runId: call.runId, slot: 'A' }, []);
        const now = version === 0 ? paths : paths.slice(0, 10);
        for (const [index, path] of now.entries()) writeFileSync(join(folder, path), content(index, version, round));
        version += 1;
        if (version === 2) loop.enable();
        return { tools: [{ tool: 'new_answer', arguments: { content: `Version ${version} in ${call.runId}` } }] };
      },
    });
    const { events } = await turn(model, 2, true, conversationId);
    const captures = capturesOf(events).filter((event) => event.slot === 'A' && event.files > 0);
    if (captures.map((event) => event.files).join() !== `${files},10,10,10`)
      throw new Error(`Captured were ${captures.map((event) => event.files).join()} files.`);
    first.push(captures[0]?.tookMs ?? Number.NaN);
    again.push(captures[1]?.tookMs ?? Number.NaN);
    changed.push(...captures.slice(2).map(({ tookMs }) => tookMs));
    stored.push(...captures.slice(1).map(({ bytes }) => bytes / 1024));
    stalls.push(loop.max / 1e6);
  }
  report({ name: '2,000 files of 4 KB: first capture', value: median(first), unit: 'ms' });
  report({ name: '10 of them changed, all read once more', value: median(again), unit: 'ms' });
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

await overhead();
await folders();
await endTurns();
finishReport();
