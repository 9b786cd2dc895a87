import { route } from '@/lib/http/route';
import { getUsage } from '@/lib/usage/get-usage';
import { usageQuery } from '@/lib/usage/usage-query';

export const GET = route({ query: usageQuery }, ({ actor, query }) => getUsage(actor, query));
