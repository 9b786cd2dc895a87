import { z } from 'zod';
import { readResultContent } from '@/lib/features/runs/read-result-content';
import { file } from '@/lib/platform/http/answer';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { route } from '@/lib/platform/http/route';

const params = z.object({ id: z.uuid(), contentHash: z.string().regex(/^[0-9a-f]{64}$/) });

export const GET = route(
  {
    about: 'Gives a picture, sound or file that a tool has given, as `tool.finished` names it.',
    answer: file('image/*', 'text/plain', 'application/octet-stream'),
    params,
  },
  ({ actor, params }) => readResultContent(actor, params.id, params.contentHash),
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
