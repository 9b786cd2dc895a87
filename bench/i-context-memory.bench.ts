/**
 * (i) Memory over 200 turns of 5 agents that share 200 KB each, in conversations of 20 turns, everything stored in the embedded database. What
 * is in use is what the server holds; the process's resident memory also has what its allocators keep.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createScriptedBackend } from '../lib/engine/testing/scripted-backend';
import { finishReport, report } from './support/report';
import { endTurns, script, turn } from './support/sharing-turn';

const MB = 1024 ** 2;
setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** What is on its way to the database is no growth. */
async function memory(): Promise<{ used: number; rss: number }> {
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  collectGarbage();
  const { heapUsed, external, rss } = process.memoryUsage();
  return { used: (heapUsed + external) / MB, rss: rss / MB };
}

const model = script(200);
let conversationId: string | null = null;
let before = { used: 0, rss: 0 };
for (let turns = 0; turns < 220; turns += 1) {
  if (turns === 20) before = await memory();
  if (turns % 20 === 0) conversationId = null;
  ({ conversationId } = await turn(createScriptedBackend({ script: model }), 5, true, conversationId));
}
const after = await memory();
report({ name: '200 turns: memory in use grows by', value: after.used - before.used, unit: 'MB', target: 50 });
report({ name: '200 turns: resident memory grows by', value: after.rss - before.rss, unit: 'MB', target: 50 });
await endTurns();
finishReport();
