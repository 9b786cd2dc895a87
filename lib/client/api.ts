import { ApiError, type ApiErrorBody } from './api-error';

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

/** Calls the REST API as the signed-in person. `path` is relative to `/api/v1`. Throws ApiError. */
export function api<T>(method: Method, path: string, body?: unknown): Promise<T> {
  return send(method, `/api/v1${path}`, body);
}

/**
 * Sends JSON to this server and gives its JSON answer (`undefined` for 204). `path` is absolute.
 * Throws ApiError for every refusal and when the server cannot be reached (code `unreachable`).
 */
export async function send<T>(method: Method, path: string, body?: unknown): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      headers: body === undefined ? {} : { 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch (cause) {
    throw new ApiError(
      0,
      {
        code: 'unreachable',
        message: 'The server cannot be reached.',
        hint: 'Nothing was lost. Try again in a moment.',
      },
      cause,
    );
  }
  if (response.status === 204) return undefined as T;
  const text = await response.text();
  const json = parse(text);
  if (response.ok && json !== undefined) return json as T;
  const error = (json as { error?: ApiErrorBody } | undefined)?.error;
  throw new ApiError(
    response.status,
    error ?? { code: 'internal', message: `The server answered with status ${response.status}.` },
  );
}

function parse(text: string): unknown {
  try {
    return text ? JSON.parse(text) : {};
  } catch {
    return undefined;
  }
}
