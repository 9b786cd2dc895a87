import { z } from 'zod';
import { json } from '@/lib/platform/http/answer';
import { openApiDocument } from '@/lib/platform/http/openapi';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { descriptionOf, route } from '@/lib/platform/http/route';
import { describedRoutes } from './described-routes';

const PATH = '/api/v1/openapi.json';

export const GET = route(
  {
    auth: 'none',
    about: 'Gives this document.',
    answer: json({
      openapi: z.string(),
      info: z.record(z.string(), z.unknown()),
      servers: z.array(z.unknown()),
      security: z.array(z.unknown()),
      paths: z.record(z.string(), z.unknown()),
      components: z.record(z.string(), z.unknown()),
    }),
  },
  async () => {
    const own = descriptionOf(GET);
    return openApiDocument([...describedRoutes(), ...(own ? [{ method: 'GET', path: PATH, ...own }] : [])]);
  },
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
