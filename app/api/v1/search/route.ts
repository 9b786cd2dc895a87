import { searchConversations } from '@/lib/features/search/search-conversations';
import { foundSchema, searchQuery } from '@/lib/features/search/search-input';
import { list } from '@/lib/platform/http/answer';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { route } from '@/lib/platform/http/route';

export const GET = route(
  {
    about: 'Finds titles, questions, answers and names of files by their words, the best first.',
    answer: list(foundSchema),
    query: searchQuery,
  },
  async ({ actor, query }) => searchConversations(actor, query),
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
