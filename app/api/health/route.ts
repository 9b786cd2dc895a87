import { checkHealth } from '@/lib/features/instance/check-health';
import { healthAnswer } from '@/lib/features/instance/health-schema';
import { json } from '@/lib/platform/http/answer';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { route } from '@/lib/platform/http/route';

export const dynamic = 'force-dynamic';

export const GET = route(
  { about: 'Says whether this instance can work.', answer: json(healthAnswer), auth: 'none' },
  checkHealth,
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
