/** A reader of many token streams: collects when each stamped token came. One connection a stream, raw node:http. */
import { Agent, request } from 'node:http';

/** A kept connection is given up before the server closes it: 5 s. */
const agent = new Agent({ keepAlive: true, timeout: 4_000, maxSockets: Number.POSITIVE_INFINITY });

export interface StreamResult {
  /** ms from the start of the request to the first token. */
  firstTokenMs: number;
  /** ms from the writing of each token by the model to its reading here. */
  latencies: number[];
}

const now = () => performance.timeOrigin + performance.now();
/** The doubles' models `…t` stamp each piece of text with the moment it was due: `w7:1795363200000.1 `. */
const STAMP = /:(\d{13}\.\d) /g;
/** Events that say the streamed text once more. */
const REPEATS = /"type":"(run\.finished|answer\.posted|tool\.|context\.)/;

/**
 * Opens a stream and reads it to its end.
 * @param onToken is called at each token
 */
export function readStamps(
  url: string,
  init: { method: string; headers: Record<string, string>; body?: string },
  startedAt = now(),
  onToken: () => void = () => {},
): Promise<StreamResult> {
  return new Promise((resolve, reject) => {
    const result: StreamResult = { firstTokenMs: Number.NaN, latencies: [] };
    const outgoing = request(url, { method: init.method, headers: init.headers, agent }, (reply) => {
      if (reply.statusCode !== 200) {
        reject(new Error(`${url} answered ${reply.statusCode}`));
        reply.resume();
        return;
      }
      reply.setEncoding('utf8');
      let rest = '';
      reply.on('data', (chunk: string) => {
        const at = now();
        const lines = (rest + chunk).split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines) {
          if (REPEATS.test(line)) continue;
          for (const match of line.matchAll(STAMP)) {
            if (result.latencies.length === 0) result.firstTokenMs = at - startedAt;
            result.latencies.push(at - Number(match[1]));
            onToken();
          }
        }
      });
      reply.on('end', () => resolve(result));
      reply.on('error', reject);
    });
    outgoing.on('error', reject);
    outgoing.end(init.body);
  });
}

/** One JSON request; throws on a status of 400 or more. */
export function sendJson(url: string, method: string, headers: Record<string, string>, body?: unknown): Promise<any> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      url,
      { method, headers: { 'content-type': 'application/json', ...headers }, agent },
      (reply) => {
        let text = '';
        reply.setEncoding('utf8');
        reply.on('data', (chunk) => (text += chunk));
        reply.on('end', () => {
          if ((reply.statusCode ?? 500) >= 400) reject(new Error(`${method} ${url}: ${reply.statusCode} ${text}`));
          else resolve(text ? JSON.parse(text) : null);
        });
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body === undefined ? undefined : JSON.stringify(body));
  });
}
