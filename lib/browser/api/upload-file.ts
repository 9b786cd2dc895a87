import type { AttachmentRef } from '@/lib/protocol/attachment';
import { ApiError, type ApiErrorBody } from './api-error';
import { isSignedOut, signInAgain } from './sign-in-again';
import { texts } from './texts';

interface UploadOptions {
  /** Between 0 and 1. */
  onProgress: (share: number) => void;
  signal: AbortSignal;
}

/** Uploads a file for a message to come, after a new sign-in where the session has ended. Throws ApiError. */
export async function uploadFile(file: File, options: UploadOptions): Promise<AttachmentRef> {
  try {
    return await attempt(file, options);
  } catch (error) {
    if (isSignedOut(error) && (await signInAgain.ask())) return attempt(file, options);
    throw error;
  }
}

/** Not `fetch`, which does not tell how much has been sent. */
function attempt(file: File, { onProgress, signal }: UploadOptions): Promise<AttachmentRef> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/v1/attachments?name=${encodeURIComponent(file.name.toWellFormed())}`);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => {
      const body = request.response as { attachment?: AttachmentRef; error?: ApiErrorBody } | null;
      if (request.status === 201 && body?.attachment) return resolve(body.attachment);
      const message = texts.status(request.status);
      reject(new ApiError(request.status, body?.error ?? { code: 'internal', message }));
    };
    request.onerror = () => {
      const message = texts.uploadInterrupted;
      reject(new ApiError(0, { code: 'unreachable', message, hint: texts.uploadInterruptedHint }));
    };
    request.onabort = () => reject(signal.reason);
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}
