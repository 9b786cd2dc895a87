/** A saved chain of calls as the REST API gives it. */
export interface ChainInfo {
  id: string;
  name: string;
  description: string;
  scope: 'own' | 'workspace';
  inputSchema: object;
  steps: { server: string; tool: string; arguments: object }[];
  version: number;
}

/** A chain, and in which workspace it lives; null = that needs no saying. */
export type PlacedChain = ChainInfo & { place: string | null };

/** What has come of a chain that was run by hand. */
export interface ChainRunInfo {
  result: { content: { type: string; text?: string }[]; structuredContent?: unknown; isError: boolean };
  steps: { step: number; server: string; tool: string; isError: boolean; tookMs: number; problem?: string }[];
  tookMs: number;
}

/** What a text says as JSON; `undefined` = it is none. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Whoever has typed it is told at the field.
    return undefined;
  }
}
