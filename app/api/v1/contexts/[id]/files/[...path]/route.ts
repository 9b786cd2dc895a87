import { z } from 'zod';
import { readContextFile } from '@/lib/features/snapshots/read-context-file';
import { file } from '@/lib/platform/http/answer';
import { fileResponse } from '@/lib/platform/http/file-response';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { route } from '@/lib/platform/http/route';

const params = z.object({ id: z.uuid(), path: z.array(z.string()) });

export const GET = route(
  { about: 'Gives one file as a snapshot has it.', answer: file('text/plain', 'application/octet-stream'), params },
  async ({ actor, params }) => fileResponse(await readContextFile(actor, params.id, params.path.join('/'))),
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
