import type { ModelRequest } from './model-request.ts';
import type { ToolUse } from './reply.ts';

/** A step of a chain: the tool, and its arguments as JSON in which `$` stands for the result before. */
const STEP = /^(\w[\w-]*) (\{.*\})$/;

/** The next tool of the chain that the question spells out: `Chain: add {"a":1} > echo {"text":"$"}`; `null` = it has used them all. */
export function chainTool({ model, task, tools, definitions, otherCalls, lastResult }: ModelRequest): ToolUse | null {
  if (!/^(?:no-tools-|gemini-3.1-)?chain/.test(model) || !task.startsWith('Chain: ')) return null;
  const step = task.slice('Chain: '.length).split(' > ')[otherCalls.length];
  const [, name = '', given = ''] = STEP.exec(step ?? '') ?? [];
  if (!tools.includes(name) && !definitions.includes(name)) return null;
  return { name, arguments: given.replaceAll('$', () => JSON.stringify(lastResult).slice(1, -1)) };
}
