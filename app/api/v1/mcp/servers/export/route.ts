import { z } from 'zod';
import { exportServers } from '@/lib/features/mcp-export/export-servers';
import { texts } from '@/lib/features/mcp-servers/texts';
import { file } from '@/lib/platform/http/answer';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { download } from '@/lib/platform/http/respond';
import { route } from '@/lib/platform/http/route';

const query = z.object({
  format: z.enum(['claude', 'vscode', 'cursor', 'codex'], texts.giveFormat).default('claude'),
});

export const GET = route(
  {
    about:
      'Gives the MCP servers that one sees as the configuration of another program, with names in place of secrets.',
    answer: file('application/json', 'application/toml'),
    query,
  },
  async ({ actor, query }) => download(await exportServers(actor, query.format)),
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
