import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { findPersonalWorkspace } from '@/db/queries/workspaces/find-personal-workspace';
import { useTestDatabase } from '@/db/testing/use-test-database';
import { seedPerson, seedRun } from '@/lib/engine/testing/seed-run';
import { storedTeam, testTeam } from '@/lib/engine/testing/test-team';
import type { UserPart } from '@/lib/protocol/prompt-message';
import { workFolderSource as workFolders } from '@/lib/runtime/work-folder-source';
import type { AgentCall } from '../backend';
import { backendFor } from '../registry';
import { resolveCredentials } from '../resolve-credentials';
import { collectEvents } from '../testing/sample-call';
import { claudeCodeExecutable } from './executable';
import { endAgents, untilIdle } from './testing/end-agents';
import { type ScriptedModel, startScriptedModel } from './testing/scripted-model';
import { ACTIONS, BOARD } from './testing/sharing-slot';

const claudeCodeBackend = backendFor('claude_code');

const tracer = vi.hoisted(() => ({ command: 'strace', output: '' }));
vi.mock('./child-process', async (original) => {
  const real = await original<typeof import('./child-process')>();
  return {
    ...real,
    // The child under strace, where a test asks for it.
    spawnAgent: (options: Parameters<typeof real.spawnAgent>[0]) => {
      if (!tracer.output) return real.spawnAgent(options);
      const args = ['-f', '-qq', '-e', 'trace=connect,sendto,sendmsg,sendmmsg', '-o', tracer.output, options.command];
      return real.spawnAgent({ ...options, command: tracer.command, args: [...args, ...options.args] });
    },
  };
});

const canTrace = ((): boolean => {
  try {
    execFileSync(tracer.command, ['-qq', '-e', 'trace=connect', 'true'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();
if (!claudeCodeExecutable()) process.stdout.write('Claude Code is not installed: its tests are skipped.\n');
else if (!canTrace) process.stdout.write('strace cannot be used here: where Claude Code connects to is not watched.\n');
// biome-ignore lint/correctness/useHookAtTopLevel: no React hook.
useTestDatabase();
vi.setConfig({ testTimeout: 90_000 });

let model: ScriptedModel;
let person: Awaited<ReturnType<typeof seedPerson>>;

beforeAll(async () => {
  model = await startScriptedModel();
  vi.stubEnv('MASSGEN_TRUSTED_ORIGINS', model.origin);
  person = await seedPerson();
});
beforeEach(() => void model.requests.splice(0));
afterAll(async () => {
  await endAgents();
  vi.unstubAllEnvs();
  await model.close();
}, 30_000);

async function ask(parts: UserPart[], changes: Partial<AgentCall> = {}) {
  const run = await seedRun(person, storedTeam(testTeam({ agents: 1 })));
  const input = { role: 'user' as const, parts };
  const controller = new AbortController();
  const call: AgentCall = {
    callId: `call-${run.runId}`,
    runId: run.runId,
    slot: 'A',
    choice: { type: 'claude_code', model: 'code-x', baseUrl: null, params: {} },
    messages: [],
    conversation: {
      id: run.conversationId,
      parts: { system: 'You are agent A.', earlier: [], input, since: [] },
      workFolders,
    },
    tools: ACTIONS,
    toolChoice: 'required',
    credentials: { apiKey: 'sk-the-real-key', baseUrl: model.origin },
    ...changes,
  };
  model.says([{ tool: 'mcp__massgen__new_answer', input: { content: 'It is 4.' } }]);
  const events = await collectEvents(claudeCodeBackend, call, controller.signal);
  expect(events.at(-1)).toEqual({ type: 'done', reason: 'tool' });
  controller.abort();
  await untilIdle();
  return events;
}

/** The IP addresses in what strace has written. */
const addressesIn = (trace: string) =>
  [...trace.matchAll(/inet_addr\("([^"]+)"\)|inet_pton\(AF_INET6, "([^"]+)"/g)].map(
    ([, four, six]) => four ?? six ?? '',
  );

describe.skipIf(!claudeCodeExecutable())('what Claude Code sends', () => {
  it('Z.AI: to its Anthropic-format endpoint, with its key as a bearer token', async () => {
    vi.stubEnv('ZAI_API_KEY', 'the-key-of-zai');
    vi.stubEnv('ZAI_BASE_URL', `${model.origin}/api/paas/v4`);
    vi.stubEnv('ANTHROPIC_API_KEY', 'sk-not-for-zai');
    const choice = { type: 'claude_code', model: 'glm-4.6', baseUrl: null, params: { provider: 'zai' } };
    const workspaceId = await findPersonalWorkspace(person);
    const credentials = await resolveCredentials(person, workspaceId ?? '', choice);
    await ask([{ type: 'text', text: 'What is 2 + 2?' }], { choice, credentials });
    expect(model.requests).toHaveLength(1);
    const { path, headers, body } = model.requests[0]!;
    expect(path).toMatch(/^\/api\/anthropic\/v1\/messages(\?|$)/);
    expect(headers.authorization).toBe('Bearer the-key-of-zai');
    expect(headers['x-api-key']).toBeUndefined();
    expect(body.model).toBe('glm-4.6');
  });

  it('images and PDFs in their native form', async () => {
    expect(claudeCodeBackend.capabilities('claude-opus-5-5')).toMatchObject({ images: true, files: true });
    await ask([
      { type: 'image', name: 'dot.png', mediaType: 'image/png', data: PNG },
      { type: 'document', name: 'page.pdf', mediaType: 'application/pdf', data: PDF },
      { type: 'text', text: 'What is this?' },
    ]);
    const question = model.requests[0]!.body.messages.find(({ role }) => role === 'user');
    const blocks = question?.content as { type: string; title?: string; source?: object }[];
    expect(blocks.find(({ type }) => type === 'image')?.source).toEqual({
      type: 'base64',
      media_type: 'image/png',
      data: PNG,
    });
    expect(blocks.find(({ type }) => type === 'document')).toMatchObject({
      title: 'page.pdf',
      source: { type: 'base64', media_type: 'application/pdf', data: PDF },
    });
  });

  it.skipIf(!canTrace)('nothing to anywhere but this machine', async () => {
    const output = join(process.env.DATA_DIR ?? '', 'strace.txt');
    tracer.output = output;
    await ask([{ type: 'text', text: 'What is 2 + 2?' }], { tools: [...ACTIONS, ...BOARD] }).finally(() => {
      tracer.output = '';
    });
    await endAgents();
    const trace = readFileSync(output, 'utf8');
    const addresses = addressesIn(trace);
    // The gateway: so connections are seen.
    expect(addresses).toContain('127.0.0.1');
    expect(addresses.filter((address) => address !== '127.0.0.1' && address !== '::1')).toEqual([]);
    // No name is looked up, on this machine either.
    expect(trace).not.toContain('htons(53)');
  });
});

const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const PDF = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n' +
    '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
).toString('base64');
