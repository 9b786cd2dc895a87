import { importedSchema, importQuery } from '@/lib/features/conversation-files/file-schema';
import { MAX_PACKED_BYTES } from '@/lib/features/conversation-files/limits';
import { startImport } from '@/lib/features/conversation-files/start-import';
import { json } from '@/lib/platform/http/answer';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { readBytes } from '@/lib/platform/http/read-bytes';
import { accepted, created } from '@/lib/platform/http/respond';
import { route } from '@/lib/platform/http/route';

export const POST = route(
  {
    needs: 'conversation.create',
    about:
      'Takes in conversations of a file of ours, ChatGPT or Claude, each once. One over 5 MB is taken in behind the answer: 202 `{import: {id}}`.',
    answer: json(importedSchema, 201),
    query: importQuery,
    rawBody: {
      media: ['application/json', 'application/zip'],
      about: 'The file itself: .json, or the .zip that ChatGPT or Claude sent.',
    },
  },
  async ({ actor, query, request }) => {
    const started = await startImport(actor, await readBytes(request, MAX_PACKED_BYTES), query.workspaceId);
    if (started.isLarge) return accepted({ import: { id: started.id } });
    return created({ items: started.items, warnings: started.warnings });
  },
);

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
