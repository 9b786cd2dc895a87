import { deleteAttachment } from '@/lib/attachments/delete-attachment';
import { getAttachment } from '@/lib/attachments/get-attachment';
import { idParams } from '@/lib/http/id-params';
import { noContent } from '@/lib/http/respond';
import { route } from '@/lib/http/route';

export const GET = route({ params: idParams }, async ({ actor, params }) => ({
  attachment: await getAttachment(actor, params.id),
}));

export const DELETE = route({ params: idParams }, async ({ actor, params }) => {
  await deleteAttachment(actor, params.id);
  return noContent();
});
