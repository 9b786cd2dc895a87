import { BOARD_SERVER } from '../board-tools';
import type { OfferedDefinition } from '../offered-tool';
import type { PromptMessage, ToolDefinition } from '../prompt-message';
import type { AnswerId } from '../team';

const FORM = `You may use tools before you answer. To use one, end your reply with exactly one fenced JSON block that names it, as its very last part:

\`\`\`json
{"tool": "…", "arguments": {…}}
\`\`\`

You are then asked again with what came of it. A reply without such a block is your answer.`;

/** The same choice as the tool list gives, for a model that has none. Last, because it changes from step to step. */
export function textOffer(actions: ToolDefinition[], offered: OfferedDefinition[], choices: AnswerId[]): PromptMessage {
  // What the rules say of the board is in the system text.
  const described = offered
    .filter(({ server }) => server !== BOARD_SERVER)
    .map(({ definition }) => describe(definition));
  const all = [...actions, ...offered.map(({ definition }) => definition)].map(({ name }) => name).join(', ');
  const ids = choices.length > 0 ? ` Valid answer_id: ${choices.join(', ')}.` : '';
  const act = actions.length > 0 ? [`Act now with one of: ${all}.${ids}`] : [FORM];
  const tools = described.length > 0 ? [`Tools:\n${described.join('\n')}`] : [];
  return { role: 'user', parts: [{ type: 'text', text: [...tools, ...act].join('\n\n') }] };
}

function describe({ name, description, parameters }: ToolDefinition): string {
  return `- ${name}: ${description} Arguments (JSON Schema): ${JSON.stringify(parameters)}`;
}
