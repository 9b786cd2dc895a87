import { attachmentSchema } from '@/lib/features/attachments/attachment-schema';
import { deleteAttachment } from '@/lib/features/attachments/delete-attachment';
import { getAttachment } from '@/lib/features/attachments/get-attachment';
import { json, NOTHING } from '@/lib/platform/http/answer';
import { idParams } from '@/lib/platform/http/id-params';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { noContent } from '@/lib/platform/http/respond';
import { route } from '@/lib/platform/http/route';

export const GET = route(
  { about: 'Describes an attachment.', answer: json({ attachment: attachmentSchema }), params: idParams },
  async ({ actor, params }) => ({
    attachment: await getAttachment(actor, params.id),
  }),
);

export const DELETE = route(
  { about: 'Deletes an attachment that no message has.', answer: NOTHING, params: idParams },
  async ({ actor, params }) => {
    await deleteAttachment(actor, params.id);
    return noContent();
  },
);

export const { POST, PUT, PATCH, OPTIONS } = otherMethods('GET', 'DELETE');
