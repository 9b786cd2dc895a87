import { z } from 'zod';
import { checkHealth } from '@/lib/features/instance/check-health';
import { AppError } from '@/lib/platform/errors/app-error';
import { json } from '@/lib/platform/http/answer';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { route } from '@/lib/platform/http/route';

export const dynamic = 'force-dynamic';

export const GET = route(
  {
    about: 'For load balancers: 200 while this instance can take requests, else 503.',
    answer: json({ ready: z.literal(true) }),
    auth: 'none',
  },
  async () => {
    const { status } = await checkHealth();
    if (status === 'down') throw new AppError('unavailable', 'This instance cannot take requests now.');
    return { ready: true };
  },
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
