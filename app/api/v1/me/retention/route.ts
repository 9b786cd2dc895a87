import { previewRetention, retentionPreviewSchema, retentionQuery } from '@/lib/features/users/personal-settings';
import { json } from '@/lib/platform/http/answer';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { route } from '@/lib/platform/http/route';

export const GET = route(
  {
    about: 'How many of one’s conversations a retention of so many days would delete now. Deletes nothing.',
    query: retentionQuery,
    answer: json({ preview: retentionPreviewSchema }),
  },
  async ({ actor, query }) => ({ preview: await previewRetention(actor, query.days) }),
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
