import { describe, expect, test } from 'vitest';
import { testDatabaseKinds } from '@/db/testing/use-test-database';
import type { AgentCall } from '@/lib/agents/backend';
import type { ScriptedStep } from '@/lib/engine/testing/scripted-backend';
import { teamScript } from '@/lib/engine/testing/team-script';
import { untilEvent } from '@/lib/engine/testing/test-engine';
import type { TestTeamOptions } from '@/lib/engine/testing/test-team';
import { resultsIn, type ToolRun, ToolRuns } from '@/lib/engine/testing/tool-runs';
import type { ApprovalRequested } from '@/lib/protocol/tool-event';
import { addServer } from '../testing/add-server';
import type { McpDouble } from '../testing/mcp-double';
import { said, testClients } from '../testing/test-clients';
import { createMcpSource } from '../tools/create-mcp-source';
import { createMcpDirectory } from './create-mcp-directory';

const GIVEN = { what: 'a\u202eb\u0007 “paper” 😀', count: 1e21, deep: [{ null: null }] };
const CHANGED = { what: 'pen\u200b', deep: [] };

describe.each(testDatabaseKinds())('leave for a tool of an MCP server that destroys, on %s', (kind) => {
  const runs = new ToolRuns(kind);
  const used = testClients();
  let servers = 0;

  async function begin(
    policy: 'allow' | null,
    team: TestTeamOptions,
    script: (call: AgentCall, tool: string) => ScriptedStep,
  ): Promise<ToolRun & { double: McpDouble }> {
    const call = ({ what }: Record<string, unknown>) => said(`Burnt: ${what}`);
    const tool = { name: 'burn', description: 'Burns.', annotations: { destructiveHint: true }, call };
    const double = await used.start({ tools: [tool] });
    const name = `oven${++servers}`;
    await addServer(runs.person, { name, url: double.url, policy });
    const report = (error: unknown) => expect.fail(String(error));
    const source = createMcpSource({ clients: used.clients, directory: createMcpDirectory(), report });
    const run = await runs.begin([source], { ...team, mcpServers: [name] }, (request) =>
      script(request, `${name}__burn`),
    );
    return { ...run, double };
  }

  const burnsOnce = (call: AgentCall, tool: string): ScriptedStep =>
    resultsIn(call).length > 0 ? { text: ['The answer.'] } : { tools: [{ tool, arguments: GIVEN }] };
  const askedIn = ({ engine, runId }: ToolRun) =>
    untilEvent(engine, runId, ({ type }) => type === 'approval.requested') as Promise<ApprovalRequested>;
  const decide = ({ engine, runId }: ToolRun, approvalId: string, more: object) =>
    engine.control(runId, { type: 'decideApproval', approvalId, decision: 'allow', scope: 'once', ...more });
  const received = ({ journal }: McpDouble) =>
    journal.flatMap(({ method, params }) =>
      method === 'tools/call' ? [(params as { arguments: unknown }).arguments] : [],
    );

  test.each([
    ['as they were', undefined, GIVEN],
    ['as the person has changed them', CHANGED, CHANGED],
  ])('a person sees the exact arguments, and the server gets them %s', async (_how, changed, wanted) => {
    const run = await begin(null, { agents: 1 }, burnsOnce);
    const asked = await askedIn(run);
    expect(asked).toMatchObject({ tool: 'burn', arguments: GIVEN });
    expect(run.double.count('tools/call')).toBe(0);
    expect(await decide(run, asked.approvalId, changed ? { arguments: changed } : {})).toEqual({ ok: true });
    await run.ended();
    expect(received(run.double)).toEqual([wanted]);
    expect(resultsIn(run.backend.calls[1] as AgentCall)).toEqual([`Burnt: ${wanted.what}`]);
  });

  test('denied, nothing reaches the server', async () => {
    const run = await begin(null, { agents: 1 }, burnsOnce);
    const { approvalId } = await askedIn(run);
    expect(await decide(run, approvalId, { decision: 'deny' })).toEqual({ ok: true });
    const { state } = await run.ended();
    expect(received(run.double)).toEqual([]);
    expect(resultsIn(run.backend.calls[1] as AgentCall)).toEqual([expect.stringContaining('does not allow this')]);
    expect(state.final?.text).toBe('The answer.');
  });

  test('side effects wait for the presentation: agents are told so in advance, and plan', async () => {
    const answer = teamScript(1);
    const tried = new Set<string>();
    const run = await begin('allow', { agents: 2, coordination: { presenter: 'A' } }, (call, tool) => {
      const definition = call.tools.find(({ name }) => name === tool);
      const use = { tools: [{ tool, arguments: { what: call.toolChoice } }] };
      if (call.toolChoice === 'auto') return resultsIn(call).includes('Burnt: auto') ? { text: ['Done.'] } : use;
      // One that tries all the same.
      if (call.slot === 'A' && !tried.has('A')) {
        tried.add('A');
        return use;
      }
      const step = answer(call);
      const isTold = definition?.description.includes('runs in the final presentation only');
      const content = isTold ? `Plan: ${tool} {"what": "letters"}` : 'No plan.';
      return step.tools?.[0]?.tool === 'new_answer'
        ? { tools: [{ tool: 'new_answer', arguments: { content } }] }
        : step;
    });
    const { events, state } = await run.ended();
    expect(state.status).toBe('finished');
    const finished = events.flatMap((event) =>
      event.type === 'tool.finished' && event.tool === 'burn' ? [event] : [],
    );
    expect(finished).toMatchObject([
      { isError: true, result: expect.stringContaining('Plan the call') },
      { isError: false, result: 'Burnt: auto' },
    ]);
    const chosen = events.find(({ type }) => type === 'winner.chosen')?.seq ?? 0;
    expect(finished[0]?.seq).toBeLessThan(chosen);
    expect(finished[1]?.seq).toBeGreaterThan(chosen);
    expect(received(run.double)).toEqual([{ what: 'auto' }]);
    for (const { content } of state.answers) expect(content).toMatch(/^Plan: oven\d+__burn/);
    expect(state.answers.length).toBeGreaterThan(0);
  });
});
