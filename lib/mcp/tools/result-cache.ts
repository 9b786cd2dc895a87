import { createHash } from 'node:crypto';
import type { CallToolResult } from '@modelcontextprotocol/client';
import { LRUCache } from 'lru-cache';
import { canonicalJson } from '@/lib/platform/text/canonical-json';
import type { McpServer, McpTool } from '../mcp-server';

const RUNS = 200;
/** Of one run. */
const RESULTS = 100;
const MOST_BYTES = 256 * 1024;

interface AskedCall {
  server: McpServer;
  tool: McpTool;
  arguments: Record<string, unknown>;
}

/**
 * What servers gave to calls of a run that only read and say that they may be repeated: agents of a team ask the same. A call of the run that may change
 * something makes all of it void, what is on its way then too.
 */
export class ResultCache {
  readonly #runs = new LRUCache<string, LRUCache<string, CallToolResult>>({ max: RUNS });

  /** What an equal call of the run has given, and how to keep what this one gives; `null` = calls of this tool are not kept. */
  look(runId: string, call: AskedCall): { known: CallToolResult | null; keep(result: CallToolResult): void } | null {
    if (!isKept(call.tool)) return null;
    const results = this.#runs.get(runId) ?? new LRUCache<string, CallToolResult>({ max: RESULTS });
    this.#runs.set(runId, results);
    const key = keyOf(call);
    return {
      known: results.get(key) ?? null,
      keep: (result) => {
        if (result.isError !== true && JSON.stringify(result).length <= MOST_BYTES) results.set(key, result);
      },
    };
  }

  /** Something may have changed: what was kept is dropped, and what is kept from now on is kept elsewhere. */
  changed(runId: string): void {
    this.#runs.delete(runId);
  }
}

/** It says both: that it only reads, and that a second call does what the first one did. */
function isKept({ annotations }: McpTool): boolean {
  return annotations?.readOnlyHint === true && annotations.idempotentHint === true;
}

function keyOf({ server, tool, arguments: given }: AskedCall): string {
  return createHash('sha256')
    .update(canonicalJson([server.connectionKey, tool.hash, given]))
    .digest('hex');
}
