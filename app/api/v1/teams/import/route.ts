import { readBody } from '@/lib/http/read-body';
import { route } from '@/lib/http/route';
import { MAX_IMPORT_BYTES, textOfImport } from '@/lib/teams/config/text-of-import';
import { importTeam } from '@/lib/teams/import-team';

/** The body is the text itself (YAML or JSON), or `{"text": …}`. Saves nothing. */
export const POST = route({}, async ({ request }) =>
  importTeam(textOfImport(await readBody(request, MAX_IMPORT_BYTES))),
);
