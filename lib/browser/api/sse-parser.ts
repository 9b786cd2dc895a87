import { createParser } from 'eventsource-parser';

export interface SseFrame {
  event: string;
  data: string;
}

/** Feeds on text as it arrives and gives the frames that became complete (WHATWG event stream; comments are dropped). */
export function createSseParser(): (chunk: string) => SseFrame[] {
  let frames: SseFrame[] = [];
  const parser = createParser({
    onEvent: ({ event, data }) => frames.push({ event: event ?? 'message', data }),
  });
  return (chunk) => {
    frames = [];
    parser.feed(chunk);
    return frames;
  };
}
