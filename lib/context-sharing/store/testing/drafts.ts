import type { ContextFile, ContextItem } from '../../context';
import { sha256 } from '../sha256';
import type { SnapshotDraft } from '../snapshot';

/** A snapshot for tests: nothing but what is given. */
export function draft(given: Partial<SnapshotDraft> = {}): SnapshotDraft {
  const usage = { inputTokens: 10, outputTokens: 2, cachedTokens: 0, reasoningTokens: 0, costUsd: 0.04 };
  return {
    backend: 'demo',
    parent: null,
    seq: 1,
    kind: 'tools',
    answerId: null,
    items: [],
    files: [],
    complete: false,
    plan: [],
    usage,
    tookMs: 1.4,
    ...given,
  };
}

/** A file for tests with what it holds. */
export function textFile(path: string, text: string): { file: ContextFile; blob: { hash: string; content: Buffer } } {
  const content = Buffer.from(text);
  const hash = sha256(content);
  return {
    file: { path, hash, bytes: content.byteLength, mode: 0o644, kind: 'file' },
    blob: { hash, content },
  };
}

/** What stands in a manifest when the path is gone. */
export function removedFile(path: string): ContextFile {
  return { path, hash: null, bytes: 0, mode: 0, kind: 'removed' };
}

export function toolItem(toolCallId: string, text: string): ContextItem {
  const call = { tool: 'Bash', arguments: { command: 'npm test', 10: 'ten', 9: 'nine' } };
  return { kind: 'tool', toolCallId, ...call, result: { text, isError: false }, tookMs: 3 };
}
