import { sharedViewShape } from '@/lib/features/shared/shared-schema';
import { previewShare } from '@/lib/features/shares/preview-share';
import { shownInput } from '@/lib/features/shares/share-input';
import { json } from '@/lib/platform/http/answer';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { route } from '@/lib/platform/http/route';

export const POST = route(
  {
    about: 'Gives exactly what a link would show, before it is made.',
    answer: json(sharedViewShape),
    body: shownInput,
  },
  async ({ actor, body }) => previewShare(actor, body),
);

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
