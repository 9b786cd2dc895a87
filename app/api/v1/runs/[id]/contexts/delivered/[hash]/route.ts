import { z } from 'zod';
import { readDeliveredText } from '@/lib/contexts/read-delivered-text';
import { fileResponse } from '@/lib/http/file-response';
import { route } from '@/lib/http/route';

const params = z.object({ id: z.uuid(), hash: z.string().regex(/^[0-9a-f]{64}$/) });

/** The exact text that a reader was given of a context. */
export const GET = route({ params }, async ({ actor, params }) =>
  fileResponse(await readDeliveredText(actor, params.id, params.hash)),
);
