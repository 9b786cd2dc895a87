import { getAttachmentContent } from '@/lib/attachments/get-attachment-content';
import { idParams } from '@/lib/http/id-params';
import { route } from '@/lib/http/route';

/** The file's bytes. */
export const GET = route({ params: idParams }, async ({ actor, params }) => {
  const { body, headers } = await getAttachmentContent(actor, params.id);
  return new Response(body, { headers });
});
