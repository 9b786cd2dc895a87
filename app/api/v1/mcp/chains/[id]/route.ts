import { chainChangesSchema } from '@/lib/features/mcp-chains/chain-input';
import { chainSchema } from '@/lib/features/mcp-chains/chain-schema';
import { viewOfChain } from '@/lib/features/mcp-chains/chain-view';
import { deleteChain } from '@/lib/features/mcp-chains/delete-chain';
import { requireChain } from '@/lib/features/mcp-chains/require-chain';
import { updateChain } from '@/lib/features/mcp-chains/update-chain';
import { json, NOTHING } from '@/lib/platform/http/answer';
import { idParams } from '@/lib/platform/http/id-params';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { noContent } from '@/lib/platform/http/respond';
import { route } from '@/lib/platform/http/route';

export const GET = route(
  { about: 'A saved chain of calls.', answer: json({ chain: chainSchema }), params: idParams },
  async ({ actor, params }) => ({ chain: viewOfChain(await requireChain(actor, params.id, 'read')) }),
);

export const PATCH = route(
  {
    about: 'Changes a chain of calls.',
    answer: json({ chain: chainSchema }),
    params: idParams,
    body: chainChangesSchema,
    access: ({ actor, params }) => requireChain(actor, params.id, 'write'),
  },
  async ({ actor, params, body }) => ({ chain: await updateChain(actor, params.id, body) }),
);

export const DELETE = route(
  { about: 'Deletes a chain of calls.', answer: NOTHING, params: idParams },
  async ({ actor, params }) => {
    await deleteChain(actor, params.id);
    return noContent();
  },
);

export const { POST, PUT, OPTIONS } = otherMethods('GET', 'PATCH', 'DELETE');
