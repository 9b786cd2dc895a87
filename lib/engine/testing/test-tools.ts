import { setTimeout as sleep } from 'node:timers/promises';
import type {
  Invocation,
  OfferedTool,
  ToolDecision,
  ToolHost,
  ToolOutcome,
  ToolScope,
  ToolSource,
} from '../tool-source';

interface TestTool {
  effects?: OfferedTool['effects'];
  decision?: ToolDecision['decision'] | ((given: unknown) => ToolDecision['decision']);
  /** How long it takes. */
  ms?: number;
  text?: string;
  run?(invocation: Invocation, host: ToolHost, signal: AbortSignal): Promise<ToolOutcome>;
  /** Under which name the model knows it; absent = with the server's before it. */
  name?: string;
}

export interface TestRun {
  tool: string;
  arguments: unknown;
  phase: ToolScope['phase'];
  startedAt: number;
  endedAt: number | null;
  abortedAt: number | null;
}

export interface TestSource extends ToolSource {
  /** Every run, in the order in which they began. */
  readonly runs: TestRun[];
  readonly mostAtOnce: number;
}

export const WORKSHOP = 'workshop';

/** A source that is not the board: its tools do what a test says, and it keeps how they were run. */
export function createTestSource(tools: Record<string, TestTool>, server = WORKSHOP): TestSource {
  const runs: TestRun[] = [];
  let atOnce = 0;
  let mostAtOnce = 0;

  async function work(invocation: Invocation, host: ToolHost, signal: AbortSignal): Promise<ToolOutcome> {
    const {
      ms = 0,
      text = `Done with ${JSON.stringify(invocation.arguments)}.`,
      run,
    } = tools[invocation.tool.tool] ?? {};
    if (run) return run(invocation, host, signal);
    if (ms > 0) await sleep(ms, undefined, { signal });
    return { text, isError: false };
  }

  return {
    id: server,
    runs,
    get mostAtOnce() {
      return mostAtOnce;
    },
    offer: async () => ({ tools: Object.entries(tools).map(([tool, is]) => offered(server, tool, is)), missing: [] }),
    async decide({ tool, arguments: given }) {
      const { decision = 'allow' } = tools[tool.tool] ?? {};
      const said = typeof decision === 'function' ? decision(given) : decision;
      return { decision: said, because: said === 'deny' ? 'The rules of the workshop forbid it.' : 'It is sharp.' };
    },
    async run(invocation, host, signal) {
      const { tool, arguments: args, scope } = invocation;
      const startedAt = performance.now();
      const one: TestRun = {
        tool: tool.tool,
        arguments: args,
        phase: scope.phase,
        startedAt,
        endedAt: null,
        abortedAt: null,
      };
      runs.push(one);
      signal.addEventListener('abort', () => {
        one.abortedAt = performance.now();
      });
      atOnce += 1;
      mostAtOnce = Math.max(mostAtOnce, atOnce);
      try {
        return await work(invocation, host, signal);
      } finally {
        atOnce -= 1;
        one.endedAt = performance.now();
      }
    },
  };
}

function offered(
  server: string,
  tool: string,
  { effects = 'reads', name = `${server}_${tool}` }: TestTool,
): OfferedTool {
  const parameters = { type: 'object', properties: { what: { type: 'string' } }, required: [] };
  return {
    server,
    tool,
    definition: { name, description: `Test: ${tool}.`, parameters },
    definitionHash: `${server}/${tool}`,
    effects,
    idempotent: effects === 'reads',
  };
}
