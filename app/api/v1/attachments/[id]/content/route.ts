import { getAttachmentContent } from '@/lib/features/attachments/get-attachment-content';
import { file } from '@/lib/platform/http/answer';
import { idParams } from '@/lib/platform/http/id-params';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { route } from '@/lib/platform/http/route';

export const GET = route(
  { about: 'Gives an attachment’s bytes.', answer: file('image/*', 'application/pdf', 'text/plain'), params: idParams },
  async ({ actor, params }) => {
    const { body, headers } = await getAttachmentContent(actor, params.id);
    return new Response(body, { headers });
  },
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
