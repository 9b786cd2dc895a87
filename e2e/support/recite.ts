import type { Doubles } from '../doubles/start-doubles';
import type { Api } from './api';
import { ADMIN } from './app-server';
import { readEvents } from './read-events';
import { doubleTeam } from './teams';

interface Recital {
  /** Pieces of text a second; absent = at once, and the run is over when this returns. */
  rate?: number;
}

/** A run whose answer is this text, word for word. */
export async function recite(api: Api, doubles: Doubles, text: string, { rate }: Recital = {}) {
  const question = `Recite.\n\nbase64:${Buffer.from(text).toString('base64url')}`;
  const run = await api.startRun(question, doubleTeam(doubles, [rate ? `recite@${rate}x1` : 'recite']));
  if (!rate) await readEvents(api.url, run.id, { key: ADMIN.apiKey });
  return run;
}
