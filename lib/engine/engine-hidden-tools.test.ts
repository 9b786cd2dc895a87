import { expect, test } from 'vitest';
import type { AgentCall } from '@/lib/agents/backend';
import { teamScript } from './testing/team-script';
import { createTestSource, type TestSource } from './testing/test-tools';
import { calls, resultsIn, ToolRuns } from './testing/tool-runs';
import type { OfferedTool } from './tool-source';

const runs = new ToolRuns('pglite');
const FLAGS: Record<string, Partial<OfferedTool>> = {
  use: { callsHidden: true },
  measure: { isHidden: true },
  cut: { isHidden: true },
};

/** A source whose tools `measure` and `cut` are called by its tool `use`. */
function hidingSource(): TestSource {
  const source = createTestSource({
    use: { text: 'There is no such tool.' },
    measure: { text: 'It measures 42 mm.' },
    cut: { effects: 'changes' },
  });
  return {
    ...source,
    async offer(scope, signal) {
      const { tools, missing } = await source.offer(scope, signal);
      return { tools: tools.map((tool) => ({ ...tool, ...FLAGS[tool.tool] })), missing };
    },
  };
}

function script(call: AgentCall, step: number) {
  if (step > 1) return { text: ['Done.'] };
  expect(call.tools.map(({ name }) => name)).toEqual(['workshop_use', 'read_result']);
  const given = (tool: string) => ({ tool, arguments: { what: 'paper' } });
  return {
    tools: [
      ...calls('use', given('workshop_measure'), given('workshop_gone')),
      { tool: 'workshop_measure', arguments: {} },
    ],
  };
}

test('a hidden tool is called by the one that stands for it, and is itself in the log and in the next request', async () => {
  const source = hidingSource();
  const { backend, ended } = await runs.begin([source], { agents: 1 }, script);
  const { events, state } = await ended();
  expect(state.status).toBe('finished');
  expect(source.runs.map(({ tool, arguments: given }) => [tool, given])).toEqual([
    ['measure', { what: 'paper' }],
    ['use', { tool: 'workshop_gone', arguments: { what: 'paper' } }],
  ]);
  const called = events.flatMap((event) =>
    event.type === 'tool.called' ? [[event.server, event.tool, event.name]] : [],
  );
  expect(called).toContainEqual(['workshop', 'measure', 'workshop_measure']);
  const [, next] = backend.calls;
  expect(resultsIn(next as AgentCall)).toEqual(
    expect.arrayContaining([
      'It measures 42 mm.',
      'There is no such tool.',
      'There is no tool named workshop_measure here.',
    ]),
  );
});

test('what such a tool may do goes by what it stands for', async () => {
  const source = hidingSource();
  const answer = teamScript(2);
  const { ended } = await runs.begin([source], { agents: 2 }, (call) => {
    if (call.toolChoice === 'auto' || resultsIn(call).length > 0) return answer(call);
    return { tools: calls('use', { tool: 'workshop_cut', arguments: {} }) };
  });
  const { events } = await ended();
  expect(source.runs).toEqual([]);
  const refused = events.find((event) => event.type === 'tool.finished' && event.tool === 'cut');
  expect(refused).toMatchObject({ isError: true });
});
