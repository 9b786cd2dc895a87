import type { AttachmentRef } from '../protocol/attachment';
import { ApiError, type ApiErrorBody } from './api-error';

interface UploadOptions {
  /** Between 0 and 1. */
  onProgress: (share: number) => void;
  signal: AbortSignal;
}

/** Uploads a file for a message to come. Throws ApiError. Not `fetch`, which does not tell how much has been sent. */
export function uploadFile(file: File, { onProgress, signal }: UploadOptions): Promise<AttachmentRef> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/v1/attachments?name=${encodeURIComponent(file.name.toWellFormed())}`);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => {
      const body = request.response as { attachment?: AttachmentRef; error?: ApiErrorBody } | null;
      if (request.status === 201 && body?.attachment) return resolve(body.attachment);
      const message = `The server answered with status ${request.status}.`;
      reject(new ApiError(request.status, body?.error ?? { code: 'internal', message }));
    };
    request.onerror = () => {
      const message = 'The upload was interrupted.';
      reject(new ApiError(0, { code: 'unreachable', message, hint: 'Remove the file and add it again.' }));
    };
    request.onabort = () => reject(signal.reason);
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}
