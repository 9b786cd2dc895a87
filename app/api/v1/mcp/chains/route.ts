import { newChainSchema } from '@/lib/features/mcp-chains/chain-input';
import { chainSchema } from '@/lib/features/mcp-chains/chain-schema';
import { createChain } from '@/lib/features/mcp-chains/create-chain';
import { chainsQuery, listChains } from '@/lib/features/mcp-chains/list-chains';
import { json, list } from '@/lib/platform/http/answer';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { created } from '@/lib/platform/http/respond';
import { route } from '@/lib/platform/http/route';

export const GET = route(
  {
    about: 'Lists saved chains of calls that are one’s own or a workspace’s.',
    answer: list(chainSchema),
    query: chainsQuery,
  },
  async ({ actor, query }) => ({ items: await listChains(actor, query), nextCursor: null }),
);

export const POST = route(
  {
    about: 'Saves a chain of calls: each step may take data from the input and from the steps before it.',
    answer: json({ chain: chainSchema }, 201),
    body: newChainSchema,
  },
  async ({ actor, body }) => created({ chain: await createChain(actor, body) }),
);

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET', 'POST');
