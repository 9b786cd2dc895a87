import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { getDb } from '@/db/client';
import { changeConversation } from '@/db/queries/conversations/change-conversation';
import { insertPerson } from '@/db/testing/insert-person';
import { useTestDatabase } from '@/db/testing/use-test-database';
import { toolInputProblem } from '@/lib/agents/claude-code/tool-input-problem';
import type { Engine } from '@/lib/engine/engine';
import { createScriptedBackend } from '@/lib/engine/testing/scripted-backend';
import { seedRun } from '@/lib/engine/testing/seed-run';
import { teamScript } from '@/lib/engine/testing/team-script';
import { createTestEngine, eventsOf, streamText, type TestEngine, untilEvent } from '@/lib/engine/testing/test-engine';
import { storedTeam, testTeam } from '@/lib/engine/testing/test-team';
import { decideApproval } from './decide-approval';

const ALLOW = { decision: 'allow', scope: 'once' } as const;
const COMMAND = { command: 'npm test' };

describe('who decides what an agent may do, and to what', () => {
  useTestDatabase();
  let engine: TestEngine;
  let starter: Awaited<ReturnType<typeof insertPerson>>;
  let colleague: typeof starter;
  let manager: typeof starter;
  let allowed: boolean[];
  let hasAsked: boolean;

  beforeAll(async () => {
    starter = await insertPerson({ role: 'admin' });
    const { workspaceId } = starter;
    colleague = await insertPerson({ role: 'admin', memberOf: { workspaceId, role: 'member' } });
    manager = await insertPerson({ role: 'admin', memberOf: { workspaceId, role: 'admin' } });
    const finish = teamScript(1);
    const asks = [{ tool: 'Bash', arguments: COMMAND, decided: (allow: boolean) => allowed.push(allow) }];
    const model = createScriptedBackend({
      // A asks before its first answer.
      script: (call) => {
        if (call.slot !== 'A' || hasAsked) return finish(call);
        hasAsked = true;
        return { ...finish(call), asks };
      },
    });
    engine = createTestEngine(await getDb(), [{ ...model, toolInputProblem }]);
    await engine.start();
    // Where the use cases look for the process's engine.
    (globalThis as { massgenEngine?: Promise<Engine> }).massgenEngine = Promise.resolve(engine);
  });

  afterEach(() => {
    delete process.env.MASSGEN_CLAUDE_CODE;
  });
  afterAll(async () => {
    (globalThis as { massgenEngine?: Promise<Engine> }).massgenEngine = undefined;
    await engine.stop();
  });

  /** A run of the starter that everybody in the workspace sees, and the tool call in it that waits for a person. */
  async function waitingRun() {
    allowed = [];
    hasAsked = false;
    const { runId, conversationId } = await seedRun(starter, storedTeam(testTeam({ agents: 2 })));
    await changeConversation(starter, conversationId, { visibility: 'workspace' });
    engine.submitted();
    const asked = await untilEvent(engine, runId, ({ type }) => type === 'approval.requested');
    return { runId, approvalId: 'approvalId' in asked ? asked.approvalId : '' };
  }

  it('whoever started the run; a member of the workspace who sees it gets 404, and nothing runs', async () => {
    const { runId, approvalId } = await waitingRun();
    await expect(decideApproval(colleague, runId, { approvalId, ...ALLOW })).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(
      decideApproval(colleague, runId, { approvalId, decision: 'deny', scope: 'once' }),
    ).rejects.toMatchObject({ code: 'not_found' });
    expect(allowed).toEqual([]);
    await decideApproval(starter, runId, { approvalId, ...ALLOW });
    const decided = eventsOf(await streamText(engine, runId)).filter(({ type }) => type === 'approval.decided');
    expect(decided).toHaveLength(1);
    expect(allowed).toEqual([true]);
  });

  it('an administrator of the workspace that it is shown to, and nobody of another', async () => {
    const { runId, approvalId } = await waitingRun();
    const stranger = await insertPerson({ role: 'admin' });
    await expect(decideApproval(stranger, runId, { approvalId, ...ALLOW })).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(
      decideApproval(manager, runId, { approvalId, decision: 'allow', scope: 'always' }),
    ).rejects.toMatchObject({
      code: 'invalid',
      fields: [{ path: 'scope' }],
    });
    await decideApproval(manager, runId, { approvalId, ...ALLOW });
    await streamText(engine, runId);
    expect(allowed).toEqual([true]);
  });

  it('only with the right to run Claude Code, which may have gone since', async () => {
    const { runId, approvalId } = await waitingRun();
    process.env.MASSGEN_CLAUDE_CODE = 'off';
    await expect(decideApproval(starter, runId, { approvalId, ...ALLOW })).rejects.toMatchObject({ code: 'forbidden' });
    process.env.MASSGEN_CLAUDE_CODE = 'admin';
    const member = { ...starter, role: 'member' as const };
    await expect(decideApproval(member, runId, { approvalId, ...ALLOW })).rejects.toMatchObject({ code: 'forbidden' });
    expect(allowed).toEqual([]);
    await decideApproval(starter, runId, { approvalId, ...ALLOW });
    await streamText(engine, runId);
    expect(allowed).toEqual([true]);
  });

  it('with arguments that the tool takes; others are refused with their path, and the call still waits', async () => {
    const { runId, approvalId } = await waitingRun();
    const put = (changed: Record<string, unknown>) =>
      decideApproval(starter, runId, { approvalId, ...ALLOW, arguments: changed });
    await expect(put({ command: 'ls', mode: 1 })).rejects.toMatchObject({
      code: 'invalid',
      fields: [{ path: 'arguments.mode' }],
    });
    await expect(put({ command: 'ls', dangerouslyDisableSandbox: true })).rejects.toMatchObject({ code: 'invalid' });
    await expect(put({})).rejects.toMatchObject({ fields: [{ path: 'arguments.command' }] });
    expect(allowed).toEqual([]);
    await put({ command: 'ls' });
    const events = eventsOf(await streamText(engine, runId));
    expect(events.find(({ type }) => type === 'approval.decided')).toMatchObject({ arguments: { command: 'ls' } });
  });
});
