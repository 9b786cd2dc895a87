import { z } from 'zod';
import { importPrompts } from '@/lib/features/prompts/import-prompts';
import { importedPrompts, promptSchema } from '@/lib/features/prompts/prompt-schema';
import { json } from '@/lib/platform/http/answer';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { created } from '@/lib/platform/http/respond';
import { route } from '@/lib/platform/http/route';

export const POST = route(
  {
    about: 'Saves the prompts of a file; the same one again makes nothing twice.',
    answer: json({ items: z.array(promptSchema), skipped: z.int() }, 201),
    body: importedPrompts,
  },
  async ({ actor, body }) => created(await importPrompts(actor, body)),
);

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
