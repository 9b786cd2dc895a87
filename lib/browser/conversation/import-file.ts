import { api } from '@/lib/browser/api/api';
import { ApiError, type ApiErrorBody } from '@/lib/browser/api/api-error';
import { texts } from './texts';

export interface ImportDone {
  items: { id: string; title: string }[];
  warnings: string[];
}

interface ImportView extends ImportDone {
  status: 'running' | 'finished' | 'failed';
  total: number | null;
  done: number;
  problem: string | null;
}

interface Reports {
  /** Between 0 and 1. */
  onSent: (share: number) => void;
  onProgress: (done: number, total: number | null) => void;
}

const LOOK_MS = 700;

/** Sends a file of conversations and follows its import to the end. Throws ApiError. */
export async function importFile(file: File, { onSent, onProgress }: Reports): Promise<ImportDone> {
  const answer = await sent(file, onSent);
  if ('items' in answer) return answer;
  for (;;) {
    const view = (await api<{ import: ImportView }>('GET', `/imports/${answer.import.id}`)).import;
    if (view.status === 'finished') return view;
    if (view.status === 'failed')
      throw new ApiError(422, { code: 'invalid', message: view.problem ?? texts.importFailed });
    onProgress(view.done, view.total);
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}

/** Not `fetch`, which does not tell how much has been sent. */
function sent(file: File, onSent: (share: number) => void): Promise<ImportDone | { import: { id: string } }> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/api/v1/conversations/import');
    request.setRequestHeader('content-type', file.name.endsWith('.zip') ? 'application/zip' : 'application/json');
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onSent(total > 0 ? loaded / total : 0);
    request.onload = () => {
      const body = request.response as { error?: ApiErrorBody } | null;
      if (body && request.status < 300) return resolve(body as ImportDone);
      reject(new ApiError(request.status, body?.error ?? { code: 'internal', message: texts.importFailed }));
    };
    request.onerror = () => reject(new ApiError(0, { code: 'unreachable', message: texts.importBroke }));
    request.send(file);
  });
}
