import { importedServersSchema } from '@/lib/features/mcp-import/import-schema';
import { importServers } from '@/lib/features/mcp-import/import-servers';
import { json } from '@/lib/platform/http/answer';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { readBody } from '@/lib/platform/http/read-body';
import { route } from '@/lib/platform/http/route';
import { MAX_IMPORT_BYTES, textOfImport } from '@/lib/team-config/config/text-of-import';

export const POST = route(
  {
    needs: 'mcpServer.read',
    about: 'Reads MCP servers from the configuration of another program. Saves nothing, connects to nothing.',
    answer: json(importedServersSchema),
    rawBody: {
      media: ['application/json', 'application/toml', 'application/yaml'],
      about: 'The text itself, or `{"text": …}`.',
    },
  },
  async ({ request }) => importServers(textOfImport(await readBody(request, MAX_IMPORT_BYTES))),
);

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
