import { createApiKey } from '@/lib/features/api-keys/create-api-key';
import { insertPerson } from '../../../../../db/testing/insert-person';
import { DELETE, PATCH } from '../../shares/[id]/route';
import { POST } from '../../shares/route';
import { POST as copy } from '../[token]/copy/route';
import { GET } from '../[token]/route';
import { GET as events } from '../[token]/runs/[runId]/events/route';
import { GET as file } from '../[token]/runs/[runId]/files/[...path]/route';
import { GET as getRun } from '../[token]/runs/[runId]/route';
import { POST as unlock } from '../[token]/unlock/route';

type Route = (request: Request, context: { params: Promise<unknown> }) => Promise<Response>;
export type Headers = Record<string, string>;

export const bearer = (key: string): Headers => ({ authorization: `Bearer ${key}` });

export async function personWithKey(options?: Parameters<typeof insertPerson>[0]) {
  const person = await insertPerson(options);
  return { ...person, key: bearer((await createApiKey(person, { name: 'test' })).key) };
}

interface Ask {
  params?: object;
  method?: string;
  body?: object;
  query?: string;
}

/** Calls a route as a program does. */
export function ask(handler: Route, headers: Headers, { params = {}, method = 'GET', body, query = '' }: Ask = {}) {
  const request = new Request(`http://127.0.0.1:3000/api/v1/x${query}`, {
    method,
    headers: { ...headers, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  return handler(request, { params: Promise.resolve(params) });
}

export interface MadeShare {
  id: string;
  token: string;
}

export async function makeShare(key: Headers, body: object): Promise<MadeShare> {
  const response = await ask(POST, key, { method: 'POST', body });
  const answer = await response.json();
  if (response.status !== 201) throw new Error(`${response.status}: ${JSON.stringify(answer)}`);
  return { id: answer.share.id, token: answer.share.url.split('/').at(-1) };
}

export const changeShare = (key: Headers, id: string, body: object) =>
  ask(PATCH, key, { params: { id }, method: 'PATCH', body });
export const revokeShare = (key: Headers, id: string) => ask(DELETE, key, { params: { id }, method: 'DELETE' });
export const readShare = (headers: Headers, token: string) => ask(GET, headers, { params: { token } });
export const copyShare = (headers: Headers, token: string) => ask(copy, headers, { params: { token }, method: 'POST' });
export const unlockShare = (headers: Headers, token: string, password: string) =>
  ask(unlock, headers, { params: { token }, method: 'POST', body: { password } });
export const readRun = (headers: Headers, token: string, runId: string) =>
  ask(getRun, headers, { params: { token, runId } });
export const followRun = (headers: Headers, token: string, runId: string, query = '') =>
  ask(events, headers, { params: { token, runId }, query });
export const readFile = (headers: Headers, token: string, runId: string, path: string, query = '') =>
  ask(file, headers, { params: { token, runId, path: [path] }, query });

/** All that a link gives for a run: of each answer its status and text. */
export async function readEverything(headers: Headers, token: string, runId: string): Promise<string[]> {
  const answers = await Promise.all([
    readShare(headers, token),
    readRun(headers, token, runId),
    followRun(headers, token, runId),
    readFile(headers, token, runId, 'plan.txt'),
    readFile(headers, token, runId, 'notes.md', '?slot=A'),
  ]);
  return Promise.all(answers.map(async (answer) => `${answer.status} ${await answer.text()}`));
}
