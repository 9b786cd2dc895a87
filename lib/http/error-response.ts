import 'server-only';
import { AppError } from '@/lib/errors/app-error';
import { logger } from '@/lib/observability/logger';

/** Any error as the API answers it. An error that is not meant for people is logged and answered without detail. */
export function errorResponse(error: unknown, request: Request): Response {
  const shown = toAppError(error);
  if (shown.code === 'internal') {
    logger.error({ error, method: request.method, path: new URL(request.url).pathname }, 'request failed');
  }
  const { code, message, hint, fields, retryAfterSeconds } = shown;
  return Response.json(
    { error: { code, message, hint, fields } },
    {
      status: shown.status,
      headers: {
        'cache-control': 'no-store',
        ...(retryAfterSeconds === undefined ? {} : { 'retry-after': String(Math.ceil(retryAfterSeconds)) }),
      },
    },
  );
}

function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  return new AppError('internal', 'Something went wrong on the server. The log has the details.', { cause: error });
}
