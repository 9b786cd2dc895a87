import { readUpload } from '@/lib/attachments/read-upload';
import { uploadAttachment } from '@/lib/attachments/upload-attachment';
import { created } from '@/lib/http/respond';
import { route } from '@/lib/http/route';

/** Stores a file for a message to come: the body itself with `?name=`, or a form with the field `file`. */
export const POST = route({}, async ({ actor, request }) =>
  created({ attachment: await uploadAttachment(actor, await readUpload(request)) }),
);
