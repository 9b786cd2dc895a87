import { z } from 'zod';
import { readContextFile } from '@/lib/contexts/read-context-file';
import { fileResponse } from '@/lib/http/file-response';
import { route } from '@/lib/http/route';

const params = z.object({ id: z.uuid(), path: z.array(z.string()) });

/** One file as the snapshot has it. */
export const GET = route({ params }, async ({ actor, params }) =>
  fileResponse(await readContextFile(actor, params.id, params.path.join('/'))),
);
