import { ApiError, type ApiErrorBody } from './api-error';
import { isSignedOut, signInAgain } from './sign-in-again';
import { texts } from './texts';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

interface ApiOptions {
  /** A change that finds the session ended asks for sign-in and is made then; what happens in the background does not ask. */
  asksToSignIn?: boolean;
  /** It is sent also when the page goes. */
  keepalive?: boolean;
}

/** Calls the REST API as the signed-in person. `path` is relative to `/api/v1`. Throws ApiError. */
export async function api<T>(
  method: Method,
  path: string,
  body?: unknown,
  { asksToSignIn = method !== 'GET', keepalive = false }: ApiOptions = {},
): Promise<T> {
  const attempt = () => send<T>(method, `/api/v1${path}`, body, { keepalive });
  try {
    return await attempt();
  } catch (error) {
    if (asksToSignIn && isSignedOut(error) && (await signInAgain.ask())) return attempt();
    throw error;
  }
}

/** Reads a text from the REST API, as it is. `path` is relative to `/api/v1`. Throws ApiError. */
export async function apiText(path: string): Promise<string> {
  const response = await request(`/api/v1${path}`, {});
  const text = await response.text();
  if (response.ok) return text;
  throw refusalOf(response, parse(text));
}

/**
 * Sends JSON to this server and gives its JSON answer (`undefined` for 204). `path` is absolute.
 * Throws ApiError for every refusal and when the server cannot be reached (code `unreachable`).
 */
export async function send<T>(
  method: Method,
  path: string,
  body?: unknown,
  { keepalive = false }: Pick<ApiOptions, 'keepalive'> = {},
): Promise<T> {
  const response = await request(path, {
    keepalive,
    method,
    headers: body === undefined ? {} : { 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  if (response.status === 204) return undefined as T;
  const json = parse(await response.text());
  if (response.ok && json !== undefined) return json as T;
  throw refusalOf(response, json);
}

async function request(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, init);
  } catch (cause) {
    throw new ApiError(
      0,
      {
        code: 'unreachable',
        message: texts.unreachable,
        hint: texts.unreachableHint,
      },
      { cause },
    );
  }
}

function refusalOf(response: Response, json: unknown): ApiError {
  const error = (json as { error?: ApiErrorBody } | undefined)?.error;
  return new ApiError(response.status, error ?? { code: 'internal', message: texts.status(response.status) }, {
    current: (json as { current?: unknown } | undefined)?.current,
  });
}

function parse(text: string): unknown {
  try {
    return text ? JSON.parse(text) : {};
  } catch {
    return undefined;
  }
}
