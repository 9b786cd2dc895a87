import { StringDecoder } from 'node:string_decoder';

/** Cuts the bytes of a server-sent event stream into the `data` of its events; incomplete events wait for more bytes. */
export function createSseParser(): (chunk: Buffer) => string[] {
  const decoder = new StringDecoder('utf8');
  let line = '';
  let data: string | null = null;
  return (chunk) => {
    const events: string[] = [];
    line += decoder.write(chunk);
    let from = 0;
    for (let end = line.indexOf('\n'); end >= 0; end = line.indexOf('\n', from)) {
      const text = line.charCodeAt(end - 1) === 13 ? line.slice(from, end - 1) : line.slice(from, end);
      from = end + 1;
      if (text === '') {
        if (data !== null) events.push(data);
        data = null;
      } else if (text.startsWith('data:')) {
        const value = text.charCodeAt(5) === 32 ? text.slice(6) : text.slice(5);
        data = data === null ? value : `${data}\n${value}`;
      }
    }
    line = line.slice(from);
    return events;
  };
}
