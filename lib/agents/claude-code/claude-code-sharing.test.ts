import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { useTestDatabase } from '@/db/testing/use-test-database';
import { type SeededRun, seedPerson, seedRun } from '@/lib/engine/testing/seed-run';
import { storedTeam, testTeam } from '@/lib/engine/testing/test-team';
import type { RequestParts } from '@/lib/protocol/prompt-message';
import { workFolderSource as workFolders } from '@/lib/runtime/work-folder-source';
import type { AgentCall } from '../backend';
import { claudeCodeExecutable } from './executable';
import { processPool } from './process-pool';
import { endAgents, untilIdle } from './testing/end-agents';
import { type ModelBody, type ScriptedModel, SILENCE, startScriptedModel } from './testing/scripted-model';
import { ACTIONS, answers, asks, BOARD, SharingSlot, said } from './testing/sharing-slot';

if (!claudeCodeExecutable()) process.stdout.write('Claude Code is not installed: its tests are skipped.\n');
// biome-ignore lint/correctness/useHookAtTopLevel: no React hook.
useTestDatabase();
vi.setConfig({ testTimeout: 90_000 });

const P = 'mcp__massgen__';
let model: ScriptedModel;

beforeAll(async () => {
  model = await startScriptedModel();
  vi.stubEnv('MASSGEN_TRUSTED_ORIGINS', model.origin);
});
beforeEach(() => void model.requests.splice(0));
afterAll(async () => {
  await endAgents();
  const sessions = join(process.env.DATA_DIR ?? '', 'claude/agents', String(process.pid));
  await vi.waitFor(() => expect(readdirSync(sessions)).toEqual([]), { timeout: 10_000 });
  vi.unstubAllEnvs();
  await model.close();
}, 30_000);

const first = (question: string): RequestParts => ({
  system: 'You are agent A.',
  earlier: [],
  input: asks(question),
  since: [],
});

function slotOf(
  run: SeededRun,
  parts: RequestParts,
  more: Partial<NonNullable<AgentCall['conversation']>> = {},
  permissionMode = 'allowAll',
) {
  const choice = { type: 'claude_code', model: 'code-x', baseUrl: null, params: { permissionMode } };
  const credentials = { apiKey: 'sk-the-real-key', baseUrl: model.origin };
  const conversation = { id: run.conversationId, parts, workFolders, ...more };
  return new SharingSlot({ runId: run.runId, slot: 'A', choice, credentials, conversation }, parts);
}

const newRun = async (conversationId: string | null = null): Promise<SeededRun> => {
  person ??= await seedPerson();
  return seedRun(person, storedTeam(testTeam({ agents: 2 })), conversationId ? { conversationId } : {});
};
let person: Awaited<ReturnType<typeof seedPerson>> | undefined;

const body = (index: number): ModelBody => {
  const found = model.requests.at(index)?.body;
  if (!found) throw new Error(`There is no request ${index}.`);
  return found;
};
const told = (index: number) => JSON.stringify(body(index).messages);
const oneTurn = [[{ text: 'I look.' }, { tool: `${P}new_answer`, input: { content: 'It is 4.' } }]];

/** A whole turn in which the agent publishes, up to the end of its call. */
async function publish(slot: SharingSlot): Promise<void> {
  model.says(...oneTurn);
  expect(await slot.step([...ACTIONS, ...BOARD])).toContainEqual({ type: 'done', reason: 'tool' });
  slot.endCall();
  await untilIdle();
}

describe.skipIf(!claudeCodeExecutable())('Claude Code in a team that shares', () => {
  it('offers the tools of the board only where the team shares, and answers them without ending the step', async () => {
    const run = await newRun();
    const slot = slotOf(run, first('What is 2 + 2?'));
    model.says(
      [{ tool: `${P}post_note`, input: { text: 'Odd: 2 is even.' } }],
      [{ tool: `${P}get_peer_answers`, input: {} }],
      ...oneTurn,
    );
    const events = await slot.step([...ACTIONS, ...BOARD], {
      board: ({ tool }) => ({ text: `${tool} says this.`, isError: tool === 'post_note' }),
    });
    expect(events.flatMap((event) => (event.type === 'offeredTool' ? [[event.tool, event.arguments]] : []))).toEqual([
      ['post_note', { text: 'Odd: 2 is even.' }],
      ['get_peer_answers', {}],
    ]);
    expect(events.at(-1)).toEqual({ type: 'done', reason: 'tool' });
    const offered = body(0).tools.filter(({ name }) => name.startsWith(P));
    expect(offered.map(({ name }) => name.slice(P.length)).sort()).toEqual(
      ['abstain', 'get_peer_answers', 'new_answer', 'post_note', 'vote'].sort(),
    );
    expect(told(0)).toContain('Act now with one of: new_answer, vote.');
    expect(body(1).messages.at(-1)).toMatchObject({
      role: 'user',
      content: [{ type: 'tool_result', is_error: true, content: expect.anything() }],
    });
    expect(told(1)).toContain('post_note says this.');
    expect(told(2)).toContain('get_peer_answers says this.');
    slot.endCall();

    const alone = slotOf(await newRun(), first('What is 2 + 2?'));
    model.says(...oneTurn);
    await alone.step(ACTIONS);
    expect(
      body(-1)
        .tools.flatMap(({ name }) => (name.startsWith(P) ? [name.slice(P.length)] : []))
        .sort(),
    ).toEqual(['abstain', 'new_answer', 'vote']);
    alone.endCall();
    await untilIdle();
  });

  it('acts by the tools of its team, of which keeping an answer is one where evidence decides', async () => {
    const slot = slotOf(await newRun(), first('What is 2 + 2?'), { actions: ['new_answer', 'keep_answer'] });
    model.says(...oneTurn);
    await slot.step(ACTIONS);
    const names = body(-1).tools.flatMap(({ name }) => (name.startsWith(P) ? [name.slice(P.length)] : []));
    expect(names.sort()).toEqual(['keep_answer', 'new_answer']);
    slot.endCall();
    await untilIdle();
  });

  it('hears news behind its own tools in the very next request, and goes on in the same process', async () => {
    const slot = slotOf(await newRun(), first('Take notes.'));
    model.says(
      [
        { tool: 'Bash', input: { command: 'sleep 0.3; echo slow', description: 'a' } },
        { tool: 'Read', input: { file_path: 'missing.txt' } },
        { tool: `${P}post_note`, input: { text: 'I read.' } },
      ],
      [{ tool: 'Bash', input: { command: 'echo again', description: 'b' } }],
      ...oneTurn,
    );
    let boundaries = 0;
    const events = await slot.step([...ACTIONS, ...BOARD], {
      news: () => (++boundaries === 1 ? [said('<note from="agent B">Mind the gap.</note>')] : []),
    });
    expect(boundaries).toBe(2);
    expect(told(0)).not.toContain('Mind the gap');
    expect(body(1).messages.at(-1)).toMatchObject({ role: 'system' });
    expect(JSON.stringify(body(1).messages.at(-1))).toContain('Mind the gap');
    expect(told(2).split('Mind the gap')).toHaveLength(2);
    const kinds = events.flatMap(({ type }) =>
      ['ownTool', 'ownToolResult', 'offeredTool', 'news'].includes(type) ? [type] : [],
    );
    expect(kinds.at(-1)).toBe('news');
    slot.endCall();
    await untilIdle();
    const [pid] = [...processPool().agents].map(({ process }) => process.pid).slice(-1);
    slot.hears(asks('Act again.'));
    model.says([{ tool: `${P}vote`, input: { answer_id: 'A.1', reason: 'It is mine.' } }]);
    await slot.step([...ACTIONS, ...BOARD]);
    expect([...processPool().agents].map(({ process }) => process.pid)).toContain(pid);
    // Only what it had not heard.
    expect(told(-1).split('Mind the gap')).toHaveLength(2);
    expect(told(-1)).toContain('Act again.');
    expect(told(-1)).not.toContain('You have worked on this before');
    slot.endCall();
    await untilIdle();
    // The presentation offers nothing, and has the process all the same.
    slot.hears(asks('Coordination is over: present.'));
    model.says([{ tool: `${P}post_note`, input: { text: 'Too late.' } }], [{ text: 'Here it is.' }]);
    const presented = await slot.step([]);
    expect(presented.map(({ type }) => type)).not.toContain('offeredTool');
    expect(presented.at(-1)).toEqual({ type: 'done', reason: 'stop' });
    expect(told(-1)).toContain('This tool is not offered now.');
    expect(told(-1)).not.toContain('You have worked on this before');
    await untilIdle();
  });

  it('hears news behind tools for which a person was asked, also when they were denied', async () => {
    const slot = slotOf(await newRun(), first('Ask me.'), {}, 'default');
    model.says([{ tool: 'Write', input: { file_path: 'a.txt', content: 'a' } }], ...oneTurn);
    const events = await slot.step([...ACTIONS, ...BOARD], { news: () => [said('News of B.')] });
    expect(events.map(({ type }) => type)).toEqual(expect.arrayContaining(['approval', 'news']));
    expect(JSON.stringify(body(1).messages.at(-1))).toContain('News of B.');
    slot.endCall();
    await untilIdle();
  });

  it('may use the tools of the team where nobody is asked and all that would have to be asked is denied', async () => {
    const slot = slotOf(await newRun(), first('Do not ask.'), {}, 'dontAsk');
    model.says([{ tool: `${P}post_note`, input: { text: 'I do not.' } }]);
    await publish(slot);
    model.says([{ tool: 'Write', input: { file_path: 'a.txt', content: 'a' } }], ...oneTurn);
    slot.hears(asks('Act again.'));
    const events = await slot.step([...ACTIONS, ...BOARD]);
    expect(events.map(({ type }) => type)).not.toContain('approval');
    expect(events).toContainEqual(expect.objectContaining({ type: 'ownToolResult', isError: true }));
    slot.endCall();
    await untilIdle();
  });

  it('puts a note on the board that stands in the same message behind the action', async () => {
    const slot = slotOf(await newRun(), first('What is 3 + 3?'));
    model.says([
      { tool: `${P}new_answer`, input: { content: 'It is 6.' } },
      { tool: `${P}post_note`, input: { text: 'Checked twice.' } },
    ]);
    const events = await slot.step([...ACTIONS, ...BOARD]);
    expect(events.map(({ type }) => type).slice(-3)).toEqual(['offeredTool', 'tool', 'done']);
    slot.endCall();
    await untilIdle();
    expect(model.requests).toHaveLength(1);
  });

  it('goes on in a new process with all that it knows, from the database alone', async () => {
    const run = await newRun();
    const slot = slotOf(run, first('What is 2 + 2?'));
    model.says([{ tool: 'Bash', input: { command: 'echo proof-of-work', description: 'a' } }]);
    await publish(slot);
    await endAgents();
    rmSync(join(process.env.DATA_DIR ?? '', 'claude'), { recursive: true, force: true });

    // The same run, after the process was idle for long.
    slot.hears(asks('<answer id="B.1">It is 5.</answer>'));
    model.requests.splice(0);
    model.says([{ tool: `${P}vote`, input: { answer_id: 'A.1', reason: 'It is right.' } }]);
    await slot.step([...ACTIONS, ...BOARD]);
    slot.endCall();
    await untilIdle();
    expect(model.requests).toHaveLength(1);
    expect(body(0).messages[0]).toMatchObject({ role: 'user' });
    expect(told(0)).toMatch(/"type":"tool_use","id":"toolu_[^"]*","name":"Bash"/);
    expect(told(0)).toContain('proof-of-work');
    expect(told(0)).toContain('It is 5.');
    expect(told(0)).not.toContain('You have worked on this before');
    await endAgents();

    const next = await newRun(run.conversationId);
    const earlier = [asks('What is 2 + 2?'), answers('The final answer is 4.')];
    const own = asks('<own_context>I ran a command.</own_context>');
    const parts = { ...first('And 3 + 3?'), earlier, own };
    model.requests.splice(0);
    const second = slotOf(next, parts);
    await publish(second);
    expect(told(0)).toMatch(/"type":"tool_use","id":"toolu_[^"]*","name":"Bash"/);
    expect(told(0)).toContain('The final answer is 4.');
    expect(told(0)).toContain('And 3 + 3?');
    expect(told(0)).not.toContain('own_context');

    // A person continues from a snapshot: what the process and its session remember is not it.
    const third = {
      ...parts,
      earlier: [...earlier, asks('And 3 + 3?'), answers('It is 6.')],
      input: asks('And 4 + 4?'),
    };
    model.requests.splice(0);
    await publish(slotOf(await newRun(run.conversationId), third, { continuedFrom: 'a-snapshot' }));
    expect(told(0)).not.toContain('toolu_');
    expect(told(0)).toMatch(/It is 6\..*own_context.*Now the person asks.*And 4 \+ 4\?/);
    await endAgents();
  });

  it('does not go on with a turn that was cut off', async () => {
    const run = await newRun();
    const slot = slotOf(run, first('What is 7 + 7?'));
    model.says([{ text: 'I begin.' }, SILENCE]);
    await expect(slot.step([...ACTIONS, ...BOARD], { text: () => slot.endCall() })).rejects.toThrow();
    await untilIdle();
    await endAgents();
    model.requests.splice(0);
    await publish(slot);
    expect(model.requests).toHaveLength(1);
    expect(told(0)).not.toContain('I begin.');
  });

  it('gives each process a home and a place for temporary files of its own, which are gone with it', async () => {
    const homes = await Promise.all(
      ['one', 'other'].map(async (word) => {
        const slot = slotOf(await newRun(), first(`Where are you, ${word}?`));
        return { slot, word };
      }),
    );
    const seen: string[] = [];
    for (const { slot } of homes) {
      model.requests.splice(0);
      const command = 'touch "$HOME/mine" "$TMPDIR/mine" && echo "[$HOME|$TMPDIR|$CLAUDE_CONFIG_DIR]"';
      model.says([{ tool: 'Bash', input: { command, description: 'a' } }]);
      await publish(slot);
      seen.push(...(/\[(\/[^\]"]+)\]/.exec(told(1))?.[1]?.split('|') ?? []));
    }
    expect(seen).toHaveLength(6);
    expect(new Set(seen).size).toBe(6);
    for (const path of seen) expect(path).toContain(join(process.env.DATA_DIR ?? '', 'claude/agents'));
    await endAgents();
    await vi.waitFor(() => expect(seen.filter((path) => existsSync(path))).toEqual([]), { timeout: 10_000 });
  });
});
