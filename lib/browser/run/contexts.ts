import { api, apiText } from '@/lib/browser/api/api';
import type { SnapshotKind } from '@/lib/protocol/context-event';

export interface ContextTool {
  toolCallId: string;
  server?: string;
  tool: string;
  arguments: unknown;
  /** `null` = it was interrupted. */
  result: { text: string; isError: boolean } | null;
  tookMs: number | null;
}

export interface ContextFile {
  path: string;
  hash: string | null;
  bytes: number;
  kind: 'file' | 'link' | 'tooLarge';
}

/** What the turn has done to a file. */
export interface ContextChange {
  path: string;
  status: 'added' | 'changed' | 'removed';
  hash: string | null;
  bytes: number;
}

/** A stored snapshot as the API shows it. */
export interface StoredContext {
  id: string;
  slot: string;
  hash: string;
  parentId: string | null;
  kind: SnapshotKind;
  answerId: string | null;
  answers: { index: number; answerId: string; content: string }[];
  messages: { index: number; text: string }[];
  toolCalls: ContextTool[];
  /** The whole working folder. */
  files: ContextFile[];
  changes: ContextChange[];
  notes: { noteId: string; to: string[] | null; text: string }[];
  plan: { id: string; text: string; status: 'pending' | 'in_progress' | 'completed' }[];
  usage: { inputTokens: number; outputTokens: number; costUsd: number | null };
}

/** A snapshot whole. Throws ApiError, `context_damaged` when it cannot be vouched for. */
export async function readContext(id: string): Promise<StoredContext> {
  return (await api<{ context: StoredContext }>('GET', `/contexts/${id}`)).context;
}

interface Forked {
  conversation: { id: string };
  run?: { id: string };
}

/** Makes a branch that begins with this snapshot; with `input` its next turn starts at once. Throws ApiError. */
export function forkContext(id: string, input: string): Promise<Forked> {
  return api('POST', `/contexts/${id}/fork`, input.trim() ? { input } : {});
}

/** Where a file of a snapshot is to be had. */
export function contextFileUrl(id: string, path: string): string {
  return `/api/v1/contexts/${id}/files/${path.split('/').map(encodeURIComponent).join('/')}`;
}

/** What an agent of the run was given of a context, word for word. Throws ApiError, `context_damaged` as above. */
export function readDeliveredText(runId: string, hash: string): Promise<string> {
  return apiText(`/runs/${runId}/contexts/delivered/${hash}`);
}

export type StoredItem =
  | { kind: 'text'; text: string }
  | ({ kind: 'tool' } & ContextTool)
  | { kind: 'note'; noteId: string; to: string[] | null; text: string }
  | { kind: 'answer'; answerId: string; content: string };

export interface FileDiff {
  path: string;
  status: 'added' | 'changed' | 'removed';
  bytes: number;
  /** In unified form; `null` where `note` says why. */
  patch: string | null;
  note: string | null;
}

/** What has come since another snapshot. */
export interface ContextDiff {
  contextId: string;
  /** `null` = there was none before: everything is new. */
  against: string | null;
  files: FileDiff[];
  /** What the slot has done since, in order. */
  items: { added: StoredItem[] };
  plan: { id: string; text: string; from: string | null; to: string | null }[];
}

/** What a snapshot has that another of the same conversation has not. Throws ApiError. */
export async function readContextDiff(id: string, against: string): Promise<ContextDiff> {
  return (await api<{ diff: ContextDiff }>('GET', `/contexts/${id}/diff?against=${against}`)).diff;
}

/** A file that at least one slot has changed, as it was at the start of the turn and as each left it. */
export interface FileComparison {
  path: string;
  state: 'clean' | 'mergeable' | 'conflict';
  versions: {
    slot: string;
    change: 'added' | 'changed' | 'removed';
    bytes: number;
    patch: string | null;
    note: string | null;
  }[];
  /** Of what is mergeable. */
  merged: string | null;
  note: string | null;
}

/** The files of a run's slots beside one another. Throws ApiError. */
export async function readFileComparison(runId: string): Promise<FileComparison[]> {
  return (await api<{ items: FileComparison[] }>('GET', `/runs/${runId}/files/comparison`)).items;
}
