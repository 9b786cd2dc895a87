import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { useTestDatabase } from '@/db/testing/use-test-database';
import { seedPerson, seedRun } from '@/lib/engine/testing/seed-run';
import { storedTeam, testTeam } from '@/lib/engine/testing/test-team';
import type { RequestParts } from '@/lib/protocol/prompt-message';
import { workFolderSource as workFolders } from '@/lib/runtime/work-folder-source';
import type { AgentEvent } from '../backend';
import { claudeCodeExecutable } from './executable';
import { processPool } from './process-pool';
import { endAgents, untilIdle } from './testing/end-agents';
import { type ScriptedModel, SILENCE, startScriptedModel } from './testing/scripted-model';
import { ACTIONS, asks, BOARD, SharingSlot } from './testing/sharing-slot';

if (!claudeCodeExecutable()) process.stdout.write('Claude Code is not installed: its tests are skipped.\n');
// biome-ignore lint/correctness/useHookAtTopLevel: no React hook.
useTestDatabase();
vi.setConfig({ testTimeout: 60_000 });

const TOOLS = [...ACTIONS, ...BOARD];
const DONE = { type: 'done', reason: 'tool' };
/** Longer than a new process takes to answer on a busy machine, and shorter than any bound on a model's silence. */
const SOON_MS = 15_000;
const TIMES = [0, 20, 60, 120, 200, 400];
let model: ScriptedModel;
let person: Awaited<ReturnType<typeof seedPerson>>;

beforeAll(async () => {
  model = await startScriptedModel();
  // It acts when it is told to act at last; before that it begins, and does not end.
  model.otherwise(({ messages }) =>
    JSON.stringify(messages.findLast(({ role }) => role === 'user')).includes('Act now, please')
      ? [{ tool: 'mcp__massgen__new_answer', input: { content: 'It is 4.' } }]
      : [{ text: 'I begin.' }, SILENCE],
  );
  vi.stubEnv('MASSGEN_TRUSTED_ORIGINS', model.origin);
  person = await seedPerson();
});
beforeEach(() => void model.requests.splice(0));
afterAll(async () => {
  await endAgents();
  vi.unstubAllEnvs();
  await model.close();
}, 30_000);

async function newSlot(question: string): Promise<SharingSlot> {
  const run = await seedRun(person, storedTeam(testTeam({ agents: 2 })));
  const parts: RequestParts = { system: 'You are agent A.', earlier: [], input: asks(question), since: [] };
  const choice = { type: 'claude_code', model: 'code-x', baseUrl: null, params: { permissionMode: 'allowAll' } };
  const credentials = { apiKey: 'sk-the-real-key', baseUrl: model.origin };
  return new SharingSlot(
    { runId: run.runId, slot: 'A', choice, credentials, conversation: { id: run.conversationId, parts, workFolders } },
    parts,
  );
}

/** A slot whose process has acted, and is about to end that turn. */
async function warmSlot(): Promise<SharingSlot> {
  const slot = await newSlot('What is 2 + 2? Act now, please.');
  expect((await slot.step(TOOLS)).at(-1)).toEqual(DONE);
  slot.endCall();
  return slot;
}

/** A call that is interrupted; what it throws does not matter, as nobody listens any more. */
function interruptible(slot: SharingSlot): Promise<unknown> {
  slot.hears(asks('Here is another answer.'));
  return slot.step(TOOLS).catch(() => null);
}

/** The call behind it, at once. */
async function next(slot: SharingSlot): Promise<AgentEvent | undefined> {
  slot.hears(asks('There is news. Act now, please.'));
  const tooLate = Promise.withResolvers<never>();
  const timer = setTimeout(() => tooLate.reject(new Error('It stayed silent.')), SOON_MS);
  const events = await Promise.race([slot.step(TOOLS), tooLate.promise]).finally(() => clearTimeout(timer));
  slot.endCall();
  await untilIdle();
  return events.at(-1);
}

const processesOf = ({ conversationId }: SharingSlot) =>
  [...processPool().agents]
    .filter((agent) => agent.conversationId === conversationId)
    .map(({ process }) => process.pid);

/** The moment of the interrupt is what is tried here; nothing is waited for. */
const later = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

describe.skipIf(!claudeCodeExecutable())('the call behind an interrupted one', () => {
  it('has the process for itself when the interrupted one still waited for the end of the turn before', async () => {
    const slot = await warmSlot();
    const [before] = processesOf(slot);
    const interrupted = interruptible(slot);
    slot.endCall();
    expect(await next(slot)).toEqual(DONE);
    // Nothing had been asked of it.
    expect(processesOf(slot)).toEqual([before]);
    await interrupted;
  });

  it('has a process for itself when that of the interrupted one had not started yet', async () => {
    const slot = await newSlot('What is 2 + 2?');
    const interrupted = interruptible(slot);
    slot.endCall();
    expect(await next(slot)).toEqual(DONE);
    expect(processesOf(slot)).toHaveLength(1);
    await interrupted;
  });

  const moments = TIMES.flatMap((ms) => ['resting', 'ending its turn', 'new'].map((state) => ({ ms, state })));
  it.each(moments)('answers when the process was $state and the interrupt came after $ms ms', async ({ ms, state }) => {
    const slot = state === 'new' ? await newSlot('What is 2 + 2?') : await warmSlot();
    if (state === 'resting') await untilIdle();
    const interrupted = interruptible(slot);
    await later(ms);
    slot.endCall();
    expect(await next(slot)).toEqual(DONE);
    expect(processesOf(slot)).toHaveLength(1);
    await interrupted;
  });
});
