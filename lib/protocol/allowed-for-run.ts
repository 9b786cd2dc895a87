import { coversCommand } from './covers-command';
import type { Approval, RunState } from './state';

export type ToolUse = Pick<Approval, 'slot' | 'server' | 'tool' | 'arguments'>;

/**
 * A person has allowed this for the rest of the run: the same tool of the same server, of the same slot. A command of Claude Code's shell,
 * which can be anything, has to begin with one that was allowed.
 */
export function isAllowedForRun(state: RunState, use: ToolUse): boolean {
  return state.approvals.some(
    (approval) =>
      approval.kind === undefined &&
      approval.scope !== 'once' &&
      approval.decision === 'allow' &&
      approval.slot === use.slot &&
      approval.server === use.server &&
      approval.tool === use.tool &&
      (!isShell(use) || coversCommand(commandOf(approval), commandOf(use))),
  );
}

/** Claude Code's own tools have no server. */
export function isShell({ server, tool }: Pick<Approval, 'server' | 'tool'>): boolean {
  return server === undefined && tool === 'Bash';
}

function commandOf({ arguments: given }: Pick<Approval, 'arguments'>): string {
  const { command } = (given ?? {}) as Record<string, unknown>;
  return typeof command === 'string' ? command : '';
}
