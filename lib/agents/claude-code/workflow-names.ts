/** How the tools of the protocol are called in Claude Code. */
export const WORKFLOW_SERVER = 'massgen';
const PREFIX = `mcp__${WORKFLOW_SERVER}__`;
/** Matches every tool of this server, for hooks. */
export const WORKFLOW_TOOLS = `${PREFIX}.*`;

/** The tool of this server behind the name by which a model knows it; `null` = it is another's. */
export const workflowServerTool = (name: string): string | null =>
  name.startsWith(PREFIX) ? name.slice(PREFIX.length) : null;

export interface WorkflowUse {
  toolCallId: string;
  tool: string;
  arguments: unknown;
}
