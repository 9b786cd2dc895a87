import { createHash } from 'node:crypto';
import type { ToolDefinition } from '@/lib/protocol/prompt-message';
import { isWorkflowTool } from '@/lib/protocol/workflow-tools';
import type { AgentCall } from '../backend';

/** What a process cannot change: its model, parameters, system text and, apart from them, the tools that the engine runs for it. */
export interface Fingerprint {
  terms: string;
  /** Empty = it has none. */
  offered: string;
}

export function fingerprintOf({ choice, credentials, tools }: AgentCall, system: string): Fingerprint {
  const offered = offeredTo(tools);
  return { terms: hash([choice, credentials.baseUrl, system]), offered: offered.length > 0 ? hash(offered) : '' };
}

/** Whether a process serves a call. A call that offers no tools at all says nothing of them, and may have any process. */
export function serves(has: Fingerprint, wanted: Fingerprint, { tools }: AgentCall): boolean {
  return has.terms === wanted.terms && (tools.length === 0 || has.offered === wanted.offered);
}

/** The tools besides the protocol's, which a process has for good. */
export function offeredTo(tools: ToolDefinition[]): ToolDefinition[] {
  return tools.filter(({ name }) => !isWorkflowTool(name));
}

function hash(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url');
}
