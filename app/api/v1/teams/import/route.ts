import { importedTeam } from '@/lib/features/teams/team-schemas';
import { json } from '@/lib/platform/http/answer';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { readBody } from '@/lib/platform/http/read-body';
import { route } from '@/lib/platform/http/route';
import { MAX_IMPORT_BYTES, textOfImport } from '@/lib/team-config/config/text-of-import';
import { importTeam } from '@/lib/team-config/import-team';

export const POST = route(
  {
    needs: 'team.read',
    about: 'Reads a team from YAML or JSON, of this application or of MassGen. Saves nothing.',
    answer: json(importedTeam),
    rawBody: { media: ['application/yaml', 'application/json'], about: 'The text itself, or `{"text": …}`.' },
  },
  async ({ request }) => importTeam(textOfImport(await readBody(request, MAX_IMPORT_BYTES))),
);

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
