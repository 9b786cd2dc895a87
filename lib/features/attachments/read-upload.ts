import 'server-only';
import { MAX_FORM_OVERHEAD_BYTES, MAX_FORM_PARTS, MAX_UPLOAD_BYTES } from '@/lib/attachments/limits';
import { texts } from '@/lib/features/texts';
import { AppError } from '@/lib/platform/errors/app-error';
import { readBytes } from '@/lib/platform/http/read-bytes';

export interface Upload {
  /** As the sender wrote it; may be empty. */
  name: string;
  bytes: Buffer;
}

/**
 * The file of an upload: the body itself with `?name=`, or the field `file` of a form. Never reads more than the largest file allowed.
 * Throws `too_large`, `malformed` for a body that is cut off and a form that is damaged, `invalid` for one without a file or with very many parts.
 */
export async function readUpload(request: Request): Promise<Upload> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^multipart\/form-data\b/i.test(type)) {
    const name = new URL(request.url).searchParams.get('name') ?? '';
    return { name, bytes: await readBytes(request, MAX_UPLOAD_BYTES) };
  }
  const body = await readBytes(request, MAX_UPLOAD_BYTES + MAX_FORM_OVERHEAD_BYTES);
  refuseManyParts(body, type);
  const file = (await parseForm(body, type)).get('file');
  if (!(file instanceof File)) {
    const message = texts.noFileInForm;
    throw new AppError('invalid', message, { fields: [{ path: 'file', message }] });
  }
  if (body.byteLength - file.size > MAX_FORM_OVERHEAD_BYTES)
    throw new AppError('too_large', 'The form has too much in it besides the file.', { hint: 'Send the file alone.' });
  return { name: file.name, bytes: Buffer.from(await file.arrayBuffer()) };
}

/** Counted before anything is made of them: a body of the size of a file has room for hundreds of thousands. */
function refuseManyParts(body: Buffer, contentType: string): void {
  const [, quoted, plain] = /;\s*boundary=(?:"([^"]+)"|([^\s;"]+))/i.exec(contentType) ?? [];
  const delimiter = `--${quoted ?? plain ?? ''}`;
  let at = body.indexOf(delimiter);
  for (let parts = 0; at >= 0; parts += 1) {
    if (parts > MAX_FORM_PARTS) {
      const message = `The form has more than ${MAX_FORM_PARTS} fields.`;
      throw new AppError('invalid', message, { hint: 'Send the file alone, in the field “file”.' });
    }
    at = body.indexOf(delimiter, at + delimiter.length);
  }
}

async function parseForm(body: Buffer, contentType: string): Promise<FormData> {
  try {
    return await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData();
  } catch (cause) {
    throw new AppError('malformed', texts.damagedForm, { hint: texts.sendFileAgain, cause });
  }
}
