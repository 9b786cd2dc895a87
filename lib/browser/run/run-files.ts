import { api } from '@/lib/browser/api/api';
import { ApiError } from '@/lib/browser/api/api-error';
import type { RunState } from '@/lib/protocol/state';
import { texts } from './history-texts';

export interface RunFile {
  path: string;
  bytes: number;
  kind: 'file' | 'link';
  status: 'same' | 'added' | 'changed' | 'deleted';
}

export interface RunFiles {
  items: RunFile[];
  slots: string[];
  slot: string | null;
  isCut: boolean;
}

/** A larger file is not shown, only downloaded. */
export const MAX_SHOWN_BYTES = 400_000;

/** Backends whose agents work in a folder. */
const WITH_FOLDER = new Set(['claude_code']);

/** Whether some agent of the run may have files to show. */
export function hasWorkFolders(run: RunState): boolean {
  return (run.team?.agents ?? []).some(({ backend, fallbacks = [] }) =>
    [backend, ...fallbacks.map((fallback) => fallback.backend)].some(({ type }) => WITH_FOLDER.has(type)),
  );
}

/** Changes whenever an agent has done something that may have changed its files. */
export function fileChanges(run: RunState): number {
  return run.slots.reduce(
    (sum, slot) => sum + slot.items.filter((item) => item.kind === 'tool' && item.result !== null).length,
    0,
  );
}

export function readRunFiles(runId: string, slot: string | null): Promise<RunFiles> {
  return api('GET', `/runs/${runId}/files${slot ? `?slot=${encodeURIComponent(slot)}` : ''}`);
}

export function runFileUrl(runId: string, slot: string, path: string, at: 'now' | 'start' = 'now'): string {
  const steps = path.split('/').map(encodeURIComponent).join('/');
  return `/api/v1/runs/${runId}/files/${steps}?slot=${encodeURIComponent(slot)}${at === 'start' ? '&at=start' : ''}`;
}

/** Where all files of a slot that are listed are one .zip. */
export function runArchiveUrl(runId: string, slot: string): string {
  return `/api/v1/runs/${runId}/archive?slot=${encodeURIComponent(slot)}`;
}

/** The text of a file; `null` when it is not text, empty for one that is not there at that time. Throws ApiError. */
export async function readRunFile(url: string): Promise<string | null> {
  const response = await fetch(url);
  if (response.status === 404) return '';
  if (!response.ok) {
    throw new ApiError(response.status, { code: 'internal', message: texts.fileNotRead(response.status) });
  }
  return response.headers.get('content-type')?.startsWith('text/') ? response.text() : null;
}
