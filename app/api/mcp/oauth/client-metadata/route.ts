import { clientDocumentSchema, describeClient } from '@/lib/features/mcp-authorization/describe-client';
import { json } from '@/lib/platform/http/answer';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { requestOrigin } from '@/lib/platform/http/request-origin';
import { route } from '@/lib/platform/http/route';

export const dynamic = 'force-dynamic';

export const GET = route(
  {
    about: 'The document by which authorization servers of MCP servers know this application.',
    answer: json(clientDocumentSchema),
    auth: 'none',
  },
  async ({ request }) => describeClient(requestOrigin(request.headers)),
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
