/** The tools by which an agent acts in the protocol. */
export const WORKFLOW_TOOLS = ['new_answer', 'vote', 'abstain'] as const;

export type WorkflowTool = (typeof WORKFLOW_TOOLS)[number];

export function isWorkflowTool(name: string): name is WorkflowTool {
  return (WORKFLOW_TOOLS as readonly string[]).includes(name);
}
