import type { StoredTool } from '@/db/types/mcp-tool-record';
import { isFields } from '@/lib/protocol/json';

/** Something of a definition that was there before, is there now, or both. */
export interface DefinitionChange {
  /** For example `inputSchema.properties.path.description`. */
  path: string;
  before?: unknown;
  after?: unknown;
}

const PARTS = ['title', 'description', 'inputSchema', 'outputSchema', 'annotations'] as const;

/** Where two definitions of a tool differ: the deepest places at which that can be said. */
export function diffDefinitions(before: StoredTool, after: StoredTool): DefinitionChange[] {
  return PARTS.flatMap((part) => diff(part, before[part], after[part]));
}

function diff(path: string, before: unknown, after: unknown): DefinitionChange[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  if (isFields(before) && isFields(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return keys.flatMap((key) => diff(`${path}.${key}`, before[key], after[key]));
  }
  return [{ path, ...(before !== undefined && { before }), ...(after !== undefined && { after }) }];
}
