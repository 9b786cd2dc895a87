import { catalogueEntrySchema } from '@/lib/features/mcp-catalogue/catalogue-schema';
import { catalogueQuery, searchCatalogue } from '@/lib/features/mcp-catalogue/search-catalogue';
import { list } from '@/lib/platform/http/answer';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { route } from '@/lib/platform/http/route';

export const GET = route(
  {
    about: 'Lists MCP servers that can be added: the catalogue that comes with the application.',
    answer: list(catalogueEntrySchema),
    query: catalogueQuery,
  },
  async ({ query }) => ({ items: searchCatalogue(query), nextCursor: null }),
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
