import { exportPrompts } from '@/lib/features/prompts/export-prompts';
import { file } from '@/lib/platform/http/answer';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { download } from '@/lib/platform/http/respond';
import { route } from '@/lib/platform/http/route';

export const GET = route(
  { about: 'Gives all saved prompts as a file that the import reads again.', answer: file('application/json') },
  async ({ actor }) => download(await exportPrompts(actor)),
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
