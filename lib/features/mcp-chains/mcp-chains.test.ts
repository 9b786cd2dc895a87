import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { savePolicy } from '@/db/queries/policies/save-policy';
import { insertPerson } from '@/db/testing/insert-person';
import { testDatabaseKinds, useTestDatabase } from '@/db/testing/use-test-database';
import { OPEN_POLICY } from '@/db/types/workspace-policy';
import { setQuotas } from '@/lib/features/mcp-quotas/quotas';
import { createServer } from '@/lib/features/mcp-servers/create-server';
import { newServerSchema } from '@/lib/features/mcp-servers/server-input';
import { listCalls } from '@/lib/features/mcp-tools/list-calls';
import { performCall } from '@/lib/features/mcp-tools/perform-call';
import { prepareCall } from '@/lib/features/mcp-tools/prepare-call';
import { type McpDouble, startMcpDouble } from '@/lib/mcp/testing/mcp-double';
import { said } from '@/lib/mcp/testing/test-clients';
import type { Actor } from '@/lib/platform/auth/actor';
import { closeMcp } from '@/lib/runtime/mcp';
import { newChainSchema } from './chain-input';
import { createChain } from './create-chain';
import { deleteChain } from './delete-chain';
import { listChains } from './list-chains';
import { runChain } from './run-chain';
import { updateChain } from './update-chain';

const { signal } = new AbortController();
const inputSchema = { type: 'object', properties: { text: { type: 'string' } }, required: ['text'] };

describe.each(testDatabaseKinds())('chains and limits, on %s', (kind) => {
  useTestDatabase(kind);
  let double: McpDouble;
  let ann: Actor & { workspaceId: string };
  let bob: Actor & { workspaceId: string };
  let serverId: string;

  const chainOf = (name: string, steps: object[]) => newChainSchema.parse({ name, inputSchema, steps });
  const echo = (from: object) => ({ server: 'double', tool: 'echo', arguments: { text: from } });
  const call = async () =>
    performCall(ann, await prepareCall(ann, { serverId, name: 'echo', arguments: { text: 'x' } }), { signal });

  beforeAll(async () => {
    const tools = [
      {
        name: 'echo',
        annotations: { readOnlyHint: true },
        inputSchema,
        call: ({ text }: Record<string, unknown>) => said(`${text}!`),
      },
      { name: 'fail', call: () => ({ ...said('No.'), isError: true }) },
    ];
    double = await startMcpDouble({ tools });
    vi.stubEnv('MASSGEN_TRUSTED_ORIGINS', double.origin);
    vi.stubEnv('MASSGEN_SECRET', 'a secret of these tests');
    [ann, bob] = [await insertPerson(), await insertPerson()];
    const body = { name: 'Double', transport: { type: 'http', url: double.url }, approveTools: true };
    serverId = (await createServer(ann, newServerSchema.parse(body))).id;
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    await closeMcp();
    await double.kill();
  });

  it('are saved, changed, run and deleted by their owner, and do not exist for others', async () => {
    const given = chainOf('Twice', [echo({ $from: 'input', pointer: '/text' }), echo({ $from: '1', pointer: '' })]);
    const { id, version } = await createChain(ann, given);
    expect(await runChain(ann, id, { text: 'a' }, signal)).toMatchObject({
      result: { content: [{ type: 'text', text: 'a!!' }], isError: false },
      steps: [
        { step: 1, isError: false },
        { step: 2, isError: false },
      ],
    });
    const { items } = await listCalls(ann, serverId, { limit: 10 });
    expect(items.slice(0, 2)).toMatchObject([{ tool: 'echo', outcome: 'ok', runId: null }, { tool: 'echo' }]);
    await expect(runChain(ann, id, {}, signal)).rejects.toMatchObject({ status: 422 });
    await expect(createChain(ann, given)).rejects.toMatchObject({ status: 409 });
    const failing = [echo({ $from: 'input', pointer: '/text' }), { server: serverId, tool: 'fail', arguments: {} }];
    expect(await updateChain(ann, id, { ...chainOf('Twice', failing), version })).toMatchObject({ version: 2 });
    await expect(updateChain(ann, id, { description: 'D', version })).rejects.toMatchObject({ status: 409 });
    const ended = await runChain(ann, id, { text: 'a' }, signal);
    expect(JSON.stringify(ended.result)).toContain('step 2 of 2');
    for (const attempt of [
      () => runChain(bob, id, { text: 'a' }, signal),
      () => updateChain(bob, id, { description: 'D' }),
      () => deleteChain(bob, id),
    ])
      await expect(attempt()).rejects.toMatchObject({ status: 404 });
    expect(await listChains(bob)).toEqual([]);
    expect(await listChains(ann)).toHaveLength(1);
    await deleteChain(ann, id);
    expect(await listChains(ann)).toEqual([]);
  });

  it.each([
    ['a server that is not there', [{ ...echo({ $from: 'input' }), server: 'Duble' }], 'steps[0].server', 'Double'],
    ['a tool that is not there', [{ server: 'Double', tool: 'ecko', arguments: {} }], 'steps[0].tool', 'echo'],
    [
      'an argument that is missing',
      [{ server: 'Double', tool: 'echo', arguments: {} }],
      'steps[0].arguments.text',
      'text',
    ],
    ['an argument of another type', [echo([1])], 'steps[0].arguments.text', 'string'],
  ])('are refused with the path of %s', async (_, steps, path, words) => {
    const refused = await createChain(ann, chainOf('Wrong', steps)).catch((error) => error);
    expect(refused).toMatchObject({ status: 422, fields: [{ path, message: expect.stringContaining(words) }] });
  });

  it.each([
    [{ $from: '2', pointer: '' }, 'nothing that step 1 can take'],
    [{ $from: '0', pointer: '' }, 'nothing that step 1 can take'],
    [{ $from: 'input', pointer: 'text' }, 'begins with a slash'],
    [{ $from: 'input', more: 1 }, 'not more'],
  ])('take nothing from %j', (reference, words) => {
    const parsed = newChainSchema.safeParse({ name: 'Wrong', steps: [echo(reference)] });
    expect(parsed.error?.issues[0]).toMatchObject({
      path: ['steps', 0, 'arguments', 'text'],
      message: expect.stringContaining(words),
    });
  });

  it('a quota of 3 a minute: the fourth call is a tool error that names it and when it ends', async () => {
    const none = { callsPerMinute: null, callsPerDay: null };
    await setQuotas(ann, serverId, { server: none, tools: { echo: { callsPerMinute: 3, callsPerDay: null } } });
    for (let n = 0; n < 3; n += 1) expect((await call()).result.isError).toBe(false);
    const asked = double.count('tools/call');
    const { result } = await call();
    expect(result.isError).toBe(true);
    expect(JSON.stringify(result.content)).toMatch(/limit of this tool, 3 calls a minute.*ends in \d+ s, at \d{4}-/);
    expect(double.count('tools/call')).toBe(asked);
    expect((await listCalls(ann, serverId, { limit: 1 })).items).toMatchObject([{ outcome: 'denied' }]);
    await setQuotas(ann, serverId, { server: none, tools: {} });
    await savePolicy(ann, ann.workspaceId, { ...OPEN_POLICY, quotas: { callsPerMinute: 2 } });
    for (let n = 0; n < 2; n += 1) expect((await call()).result.isError).toBe(false);
    expect(JSON.stringify((await call()).result.content)).toContain('limit of this workspace, 2 calls a minute');
    await savePolicy(ann, ann.workspaceId, { ...OPEN_POLICY, mcp: { servers: 'none', tools: 'allow' } });
    await expect(call()).rejects.toMatchObject({ status: 403 });
    await savePolicy(ann, ann.workspaceId, OPEN_POLICY);
    expect((await call()).result.isError).toBe(false);
  });
});
