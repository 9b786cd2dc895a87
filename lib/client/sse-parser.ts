export interface SseFrame {
  event: string;
  id: string | null;
  data: string;
}

/** Feeds on text as it arrives and gives the frames that became complete (WHATWG event stream; comments are dropped). */
export function createSseParser(): (chunk: string) => SseFrame[] {
  let rest = '';
  let event = '';
  let id: string | null = null;
  let data: string[] = [];

  return (chunk) => {
    const frames: SseFrame[] = [];
    // A CR at the end may be half of a CRLF.
    const text = rest + chunk;
    const lines = text.split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (line === '') {
        if (data.length > 0 || event) frames.push({ event: event || 'message', id, data: data.join('\n') });
        event = '';
        data = [];
        continue;
      }
      const colon = line.indexOf(':');
      const field = colon < 0 ? line : line.slice(0, colon);
      const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
      if (field === 'data') data.push(value);
      else if (field === 'event') event = value;
      else if (field === 'id') id = value;
    }
    return frames;
  };
}
