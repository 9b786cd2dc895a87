import 'server-only';
import { AppError } from '@/lib/errors/app-error';
import { readBytes } from '@/lib/http/read-bytes';
import { MAX_FORM_OVERHEAD_BYTES, MAX_UPLOAD_BYTES } from './limits';

export interface Upload {
  /** As the sender wrote it; may be empty. */
  name: string;
  bytes: Buffer;
}

/**
 * The file of an upload: the body itself with `?name=`, or the field `file` of a form. Never reads more than the largest file allowed.
 * Throws `too_large`, `malformed` for a form that is damaged or cut off, `invalid` for one without a file.
 */
export async function readUpload(request: Request): Promise<Upload> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^multipart\/form-data\b/i.test(type)) {
    const name = new URL(request.url).searchParams.get('name') ?? '';
    return { name, bytes: await readBytes(request, MAX_UPLOAD_BYTES) };
  }
  const body = await readBytes(request, MAX_UPLOAD_BYTES + MAX_FORM_OVERHEAD_BYTES);
  const file = (await parseForm(body, type)).get('file');
  if (!(file instanceof File)) {
    const message = 'The form has no file in the field “file”.';
    throw new AppError('invalid', message, { fields: [{ path: 'file', message }] });
  }
  return { name: file.name, bytes: Buffer.from(await file.arrayBuffer()) };
}

async function parseForm(body: Buffer, contentType: string): Promise<FormData> {
  try {
    return await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData();
  } catch (cause) {
    throw new AppError('malformed', 'The form is damaged or incomplete.', { hint: 'Send the file again.', cause });
  }
}
