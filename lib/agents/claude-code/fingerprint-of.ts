import { createHash } from 'node:crypto';
import { isBoardTool } from '@/lib/protocol/board-tools';
import type { ToolDefinition } from '@/lib/protocol/prompt-message';
import type { AgentCall } from '../backend';

/** What a process cannot change: its model, parameters, system text and, apart from them, its tools of the board. */
export interface Fingerprint {
  terms: string;
  /** Empty = it has none. */
  board: string;
}

export function fingerprintOf({ choice, credentials, tools }: AgentCall, system: string): Fingerprint {
  const board = boardToolsOf(tools);
  return { terms: hash([choice, credentials.baseUrl, system]), board: board.length > 0 ? hash(board) : '' };
}

/** Whether a process serves a call. A call that offers no tools at all says nothing of the board, and may have any process. */
export function serves(has: Fingerprint, wanted: Fingerprint, { tools }: AgentCall): boolean {
  return has.terms === wanted.terms && (tools.length === 0 || has.board === wanted.board);
}

/** The tools of the board, which a process has for good. */
export function boardToolsOf(tools: ToolDefinition[]): ToolDefinition[] {
  return tools.filter(({ name }) => isBoardTool(name));
}

function hash(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url');
}
