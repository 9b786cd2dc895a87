import { McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';
import { calculate } from './calculate.ts';

const DAY_MS = 86_400_000;
/** They change nothing, need nobody, and give the same each time. */
const annotations = { readOnlyHint: true, idempotentHint: true, openWorldHint: false };

const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .describe('A day as YYYY-MM-DD.');

/** An MCP server with three small tools: what the demo team calls, and where a server of one's own can begin. */
export function createExampleServer(): McpServer {
  const server = new McpServer(
    { name: 'massgen-example', title: 'Example server of MassGen Web', version: '1.0.0' },
    { instructions: 'Arithmetic, days and words, computed and not guessed.' },
  );
  server.registerTool(
    'calculate',
    {
      title: 'Calculate',
      description: 'Computes an arithmetic expression with + - × ÷ ^ % and brackets.',
      inputSchema: z.object({ expression: z.string().max(1000).describe('For example 24 × 35 × 3.') }),
      outputSchema: z.object({ value: z.number() }),
      annotations,
    },
    async ({ expression }) => computed(() => ({ value: calculate(expression) })),
  );
  server.registerTool(
    'days_between',
    {
      title: 'Days between',
      description: 'Counts the days from one day to another.',
      inputSchema: z.object({ from: day, to: day }),
      outputSchema: z.object({ days: z.number().int() }),
      annotations,
    },
    async ({ from, to }) => computed(() => ({ days: (timeOf(to) - timeOf(from)) / DAY_MS })),
  );
  server.registerTool(
    'count_words',
    {
      title: 'Count words',
      description: 'Counts the words and the characters of a text.',
      inputSchema: z.object({ text: z.string().max(100_000) }),
      outputSchema: z.object({ words: z.number().int(), characters: z.number().int() }),
      annotations,
    },
    async ({ text }) =>
      computed(() => ({
        words: text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0,
        characters: [...text].length,
      })),
  );
  return server;
}

/** A result as text and as data; what cannot be computed is the tool's error, in words for the model. */
function computed(compute: () => Record<string, number>) {
  try {
    const structuredContent = compute();
    const text = Object.entries(structuredContent)
      .map(([name, value]) => `${name}: ${value}`)
      .join(', ');
    return { content: [{ type: 'text' as const, text }], structuredContent };
  } catch (error) {
    return {
      content: [{ type: 'text' as const, text: error instanceof Error ? error.message : String(error) }],
      isError: true,
    };
  }
}

function timeOf(written: string): number {
  const time = Date.parse(`${written}T00:00:00Z`);
  if (Number.isNaN(time)) throw new Error(`${written} is no day of the calendar.`);
  return time;
}
