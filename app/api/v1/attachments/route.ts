import { attachmentSchema } from '@/lib/features/attachments/attachment-schema';
import { readUpload } from '@/lib/features/attachments/read-upload';
import { uploadAttachment } from '@/lib/features/attachments/upload-attachment';
import { json } from '@/lib/platform/http/answer';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { created } from '@/lib/platform/http/respond';
import { route } from '@/lib/platform/http/route';

export const POST = route(
  {
    needs: 'attachment.create',
    about: 'Stores a file for a message to come.',
    answer: json({ attachment: attachmentSchema }, 201),
    rawBody: {
      media: ['application/octet-stream', 'multipart/form-data'],
      about: 'The file itself, with `?name=`, or a form with the field `file`.',
    },
  },
  async ({ actor, request }) => created({ attachment: await uploadAttachment(actor, await readUpload(request)) }),
);

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
