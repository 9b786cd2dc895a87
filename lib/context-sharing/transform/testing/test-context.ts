import type { Context, ContextItem } from '@/lib/context-sharing/context';

/** A snapshot of slot A with these items. */
export function testContext(items: ContextItem[], changes: Partial<Context> = {}): Context {
  return {
    id: 'snapshot',
    hash: '93ab'.padEnd(64, '0'),
    parentId: null,
    runId: 'run',
    slot: 'A',
    backend: 'secret_backend',
    seq: 1,
    kind: 'call',
    answerId: null,
    items,
    files: [],
    changes: [],
    plan: [],
    usage: { inputTokens: 0, outputTokens: 0, cachedTokens: 0, reasoningTokens: 0, costUsd: null },
    ...changes,
  };
}

/** A tool call that has ended; `null` = it was interrupted. */
export function ran(tool: string, args: unknown, result: string | null, isError = false): ContextItem {
  return {
    kind: 'tool',
    toolCallId: `${tool}-1`,
    tool,
    arguments: args,
    result: result === null ? null : { text: result, isError },
    tookMs: result === null ? null : 12,
  };
}
