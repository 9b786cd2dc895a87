import { ADMIN } from './app-server';

/** A client of the REST API: JSON in, `{status, body}` out. */
export class Api {
  readonly url: string;
  readonly key: string | null;

  constructor(url: string, key: string | null = ADMIN.apiKey) {
    this.url = url;
    this.key = key;
  }

  async send(method: string, path: string, body?: unknown): Promise<{ status: number; body: any; headers: Headers }> {
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: {
        ...(this.key ? { authorization: `Bearer ${this.key}` } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      redirect: 'manual',
    });
    // It has no end: its first piece is enough.
    const isEndless = path.endsWith('/conversations/events') && response.status === 200;
    const text = isEndless ? await firstPiece(response) : await response.text();
    return { status: response.status, body: text ? parse(text) : null, headers: response.headers };
  }

  /** Starts a run; throws when it was not accepted. */
  async startRun(input: string, team: unknown): Promise<{ id: string; conversationId: string }> {
    const { status, body } = await this.send('POST', '/api/v1/runs', { input, team });
    if (status !== 202) throw new Error(`The run was not accepted: ${status} ${JSON.stringify(body)}`);
    return body.run;
  }
}

async function firstPiece({ body }: Response): Promise<string> {
  const reader = body?.getReader();
  const piece = await reader?.read();
  await reader?.cancel();
  return new TextDecoder().decode(piece?.value);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
