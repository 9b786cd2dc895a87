import { exportEverything } from '@/lib/features/erasure/export-everything';
import { file } from '@/lib/platform/http/answer';
import { exportedFile } from '@/lib/platform/http/exported-file';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { route } from '@/lib/platform/http/route';

export const GET = route(
  {
    about: 'Gives everything of one’s own as one .zip: conversations that can be imported again, teams, prompts.',
    answer: file('application/zip'),
  },
  async ({ actor }) =>
    exportedFile({
      content: await exportEverything(actor),
      fileName: 'massgen-export.zip',
      mediaType: 'application/zip',
    }),
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
