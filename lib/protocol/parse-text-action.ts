import { BOARD_TOOLS } from './board-tools';
import type { ToolCallPart } from './prompt-message';
import { isWorkflowTool } from './workflow-tools';

const LAST_BLOCK = /(?:^|\n)(`{3,})(?:json)?[ \t]*\n([\s\S]*?)\n\1\s*$/;

/**
 * The strict fallback for a model that cannot call tools: one fenced JSON object `{"tool", "arguments"}` as the whole last
 * block of its reply. Anything else is no action.
 * @param toolCallId the id that the action gets
 * @param offered what can be named besides the protocol's own tools
 */
export function parseTextAction(
  text: string,
  toolCallId: string,
  offered: readonly string[] = [],
): ToolCallPart | null {
  const body = LAST_BLOCK.exec(text)?.[2];
  if (body === undefined) return null;
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null || !('tool' in value) || !('arguments' in value)) return null;
  const { tool } = value;
  if (typeof tool !== 'string' || !(isWorkflowTool(tool) || offered.includes(tool))) return null;
  return { toolCallId, tool, arguments: value.arguments };
}

/** What else such a reply says, where it ends with an action. */
export function withoutTextAction(text: string): string {
  return parseTextAction(text, '', BOARD_TOOLS) ? text.replace(LAST_BLOCK, '') : text;
}
