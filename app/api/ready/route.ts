import { AppError } from '@/lib/errors/app-error';
import { checkHealth } from '@/lib/health/check-health';
import { route } from '@/lib/http/route';

export const dynamic = 'force-dynamic';

/** For load balancers: 200 while this instance can take requests, else 503. */
export const GET = route({ auth: 'none' }, async () => {
  const { status } = await checkHealth();
  if (status === 'down') throw new AppError('unavailable', 'This instance cannot take requests now.');
  return { ready: true };
});
