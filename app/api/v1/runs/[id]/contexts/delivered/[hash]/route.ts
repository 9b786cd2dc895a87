import { z } from 'zod';
import { readDeliveredText } from '@/lib/features/snapshots/read-delivered-text';
import { file } from '@/lib/platform/http/answer';
import { fileResponse } from '@/lib/platform/http/file-response';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { route } from '@/lib/platform/http/route';

const params = z.object({ id: z.uuid(), hash: z.string().regex(/^[0-9a-f]{64}$/) });

export const GET = route(
  {
    about: 'Gives the exact text that a reader was given of a context.',
    answer: file('text/plain', 'application/octet-stream'),
    params,
  },
  async ({ actor, params }) => fileResponse(await readDeliveredText(actor, params.id, params.hash)),
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
