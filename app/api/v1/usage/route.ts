import { getUsage } from '@/lib/features/usage/get-usage';
import { usageQuery } from '@/lib/features/usage/usage-query';
import { usageItemSchema, usageSums } from '@/lib/features/usage/usage-schema';
import { list } from '@/lib/platform/http/answer';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { route } from '@/lib/platform/http/route';

export const GET = route(
  {
    about: 'Sums up what finished runs have used, at list price.',
    answer: list(usageItemSchema, usageSums),
    query: usageQuery,
  },
  ({ actor, query }) => getUsage(actor, query),
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
