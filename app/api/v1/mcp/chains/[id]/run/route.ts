import { chainRunSchema } from '@/lib/features/mcp-chains/chain-input';
import { chainRunAnswer } from '@/lib/features/mcp-chains/chain-schema';
import { requireChain } from '@/lib/features/mcp-chains/require-chain';
import { runChain } from '@/lib/features/mcp-chains/run-chain';
import { json } from '@/lib/platform/http/answer';
import { idParams } from '@/lib/platform/http/id-params';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { route } from '@/lib/platform/http/route';

export const POST = route(
  {
    needs: 'mcpServer.use',
    about: 'Makes the calls of a chain oneself, with a receipt of each step; the first that fails ends it.',
    answer: json(chainRunAnswer),
    params: idParams,
    body: chainRunSchema,
    access: ({ actor, params }) => requireChain(actor, params.id, 'use'),
  },
  ({ actor, params, body, request }) => runChain(actor, params.id, body.arguments, request.signal),
);

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
