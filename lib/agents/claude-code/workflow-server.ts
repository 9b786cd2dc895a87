import type { McpSdkServerConfigWithInstance } from '@anthropic-ai/claude-agent-sdk';
import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { CallToolRequestSchema, type CallToolResult, ListToolsRequestSchema } from '@modelcontextprotocol/sdk/types.js';
import type { ToolDefinition } from '@/lib/protocol/prompt-message';
import { WORKFLOW_SERVER, type WorkflowUse } from './workflow-names';

const text = (description: string) => ({ type: 'string', description });
// Not to be looked up first.
const ALWAYS_LOADED = { 'anthropic/alwaysLoad': true };
const tool = (name: string, description: string, properties: Record<string, object>) => ({
  name,
  description,
  inputSchema: { type: 'object' as const, properties, required: Object.keys(properties), additionalProperties: false },
  _meta: ALWAYS_LOADED,
});

/**
 * In one run the list never changes, so that the provider's cache of it holds; which tools and ids are allowed at the moment stands in the
 * message, and the protocol judges every call.
 */
const TOOLS = [
  tool('new_answer', 'Publish your complete answer to the question.', {
    content: text('The whole answer, for the person who asked.'),
  }),
  tool('vote', 'Vote for the best published answer.', {
    answer_id: text('The answer version you choose, one of those named as valid.'),
    reason: text('Why it is the best one, in a sentence or two.'),
  }),
  tool('abstain', 'Leave the choice to the others, because you cannot judge.', { reason: text('Why.') }),
  tool('keep_answer', 'Keep your answer as it is.', { reason: text('Why, in a sentence.') }),
];

/** The tools of the protocol, and those that the engine runs, as a server inside this process. `actions` = by which of the first it may act. `onCall` may take as long as it needs: the model waits. */
export function createWorkflowServer(
  onCall: (use: WorkflowUse) => Promise<{ text: string; isError: boolean }>,
  actions: readonly string[],
  offered: ToolDefinition[],
): McpSdkServerConfigWithInstance {
  const server = new Server({ name: WORKFLOW_SERVER, version: '1' }, { capabilities: { tools: {} } });
  const tools = [...TOOLS.filter(({ name }) => actions.includes(name)), ...offered.map(served)];
  server.setRequestHandler(ListToolsRequestSchema, async () => ({ tools }));
  server.setRequestHandler(CallToolRequestSchema, async ({ params }): Promise<CallToolResult> => {
    const toolCallId = params._meta?.['claudecode/toolUseId'];
    if (typeof toolCallId !== 'string') throw new Error('A tool call came without its id.');
    const answer = await onCall({ toolCallId, tool: params.name, arguments: params.arguments ?? {} });
    return { content: [{ type: 'text', text: answer.text }], isError: answer.isError };
  });
  // The SDK wants its own convenience class, of which it uses what this one has too: connect and close.
  const instance = server as unknown as McpSdkServerConfigWithInstance['instance'];
  return { type: 'sdk', name: WORKFLOW_SERVER, instance };
}

function served({ name, description, parameters }: ToolDefinition) {
  return { name, description, inputSchema: { ...parameters, type: 'object' as const }, _meta: ALWAYS_LOADED };
}
