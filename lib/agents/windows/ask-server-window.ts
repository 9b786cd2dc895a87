import 'server-only';
import { guardedRequest } from '@/lib/platform/security/guarded-request';
import type { Credentials } from '../backend';
import { readBody } from '../http/read-body';
import { listedWindow, llamaWindow, lmStudioWindow, ollamaLoadedWindow, ollamaWindow } from './read-window';

/**
 * What a server of the chat completions format says of a model's window, in tokens; `null` = nothing. Its list of models says it at vLLM,
 * OpenRouter, Groq, Mistral, Together and others; LM Studio, llama.cpp and Ollama are asked in their own ways, and the window with which
 * a model is loaded counts before the one that it could have.
 */
export async function askServerWindow(
  model: string,
  { apiKey, baseUrl }: Credentials,
  signal: AbortSignal,
): Promise<number | null> {
  if (!baseUrl) return null;
  const base = baseUrl.trim().replace(/\/+$/, '');
  const headers: Record<string, string> = apiKey ? { authorization: `Bearer ${apiKey}` } : {};
  const get = (url: string) => readJson({ url, method: 'GET', headers, signal });
  const listed = get(`${base}/models`);
  // Only a server of one's own has these; what is on the internet says it in its list.
  if (!isOwnServer(base)) return listedWindow(await listed, model);
  const root = base.replace(/\/v1$/, '');
  const body = JSON.stringify({ model });
  const show = { method: 'POST' as const, headers: { ...headers, 'content-type': 'application/json' }, body, signal };
  const [list, lmStudio, props, running, shown] = await Promise.all([
    listed,
    get(`${root}/api/v0/models`),
    get(`${root}/props`),
    get(`${root}/api/ps`),
    readJson({ url: `${root}/api/show`, ...show }),
  ]);
  return (
    lmStudioWindow(lmStudio, model) ??
    llamaWindow(props) ??
    ollamaLoadedWindow(running, model) ??
    listedWindow(list, model) ??
    ollamaWindow(shown)
  );
}

function isOwnServer(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === 'http:' || !hostname.includes('.') || /\.(?:local|lan|internal|home)$/.test(hostname);
}

/** The reply as JSON; `null` for any other. */
async function readJson(request: Parameters<typeof guardedRequest>[0]): Promise<unknown> {
  try {
    const response = await guardedRequest(request);
    const body = await readBody(response);
    return response.statusCode === 200 ? JSON.parse(body) : null;
  } catch {
    // A server that does not know the question answers in its own way, or not in time: then it says nothing.
    return null;
  }
}
