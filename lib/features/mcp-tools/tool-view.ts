import type { ToolPolicy } from '@/db/types/mcp-server-record';
import type { McpToolFor, StoredTool, ToolState } from '@/db/types/mcp-tool-record';
import { decidePolicy } from '@/lib/mcp/policy/decide-policy';
import { instancePolicy } from '@/lib/mcp/policy/instance-policy';
import { estimateTokens } from '@/lib/protocol/estimate-tokens';
import { type DefinitionChange, diffDefinitions } from './diff-definitions';

/** A tool as its server describes it, whether agents may use it, and how. */
export interface ToolView extends StoredTool {
  hash: string;
  state: ToolState;
  /** What a call by the person who asks meets, all levels taken together. */
  policy: ToolPolicy;
  /** What its definition costs with each request, roughly. */
  tokens: number;
  /** Of a tool that has changed: since it was approved. */
  diff?: DefinitionChange[];
}

export function viewOfTool(tool: McpToolFor, server: { policy: ToolPolicy | null }): ToolView {
  const { definition, hash, state, approved, policy, ownPolicy } = tool;
  const { decision } = decidePolicy({
    rules: { tool: policy, server: server.policy, instance: instancePolicy() },
    own: ownPolicy,
    isReadOnly: definition.annotations?.readOnlyHint === true,
    isSteeredByOthers: false,
    readFrom: [],
  });
  return {
    ...definition,
    hash,
    state,
    policy: decision,
    tokens: estimateTokens(JSON.stringify(definition)),
    ...(state === 'changed' && approved && { diff: diffDefinitions(approved, definition) }),
  };
}
