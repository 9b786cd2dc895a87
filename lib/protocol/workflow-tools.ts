/** The tools by which an agent acts where the team decides by votes. */
export const VOTING_TOOLS = ['new_answer', 'vote', 'abstain'] as const;

/** The tools by which an agent acts where it decides by evidence, besides new answers and abstentions. */
export const DECISION_TOOLS = [
  'keep_answer',
  'report_pairs',
  'report_check',
  'score_answers',
  'choose_answer',
] as const;

/** The tools by which an agent acts in the protocol. */
const WORKFLOW_TOOLS = [...VOTING_TOOLS, ...DECISION_TOOLS] as const;

export type WorkflowTool = (typeof WORKFLOW_TOOLS)[number];

export function isWorkflowTool(name: string): name is WorkflowTool {
  return (WORKFLOW_TOOLS as readonly string[]).includes(name);
}

/** The call of a tool is an action in the protocol; a server may have a tool of the same name. */
export function isAction({ server, tool }: { server?: string; tool: string }): boolean {
  return server === undefined && isWorkflowTool(tool);
}
