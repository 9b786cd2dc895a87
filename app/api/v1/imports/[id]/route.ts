import { importSchema } from '@/lib/features/conversation-files/file-schema';
import { getImport } from '@/lib/features/conversation-files/get-import';
import { json } from '@/lib/platform/http/answer';
import { idParams } from '@/lib/platform/http/id-params';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { route } from '@/lib/platform/http/route';

export const GET = route(
  {
    about: 'Says how far the import of a large file has come.',
    answer: json({ import: importSchema }),
    params: idParams,
  },
  async ({ actor, params }) => ({ import: await getImport(actor, params.id) }),
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
