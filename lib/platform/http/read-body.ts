import 'server-only';
import { readBytes } from './read-bytes';

/** The request's body as text. Throws `too_large` above `maxBytes`, without reading further. */
export async function readBody(request: Request, maxBytes: number): Promise<string> {
  return (await readBytes(request, maxBytes)).toString('utf8');
}
