import { describe, expect, test } from 'vitest';
import { type ByteSink, type ByteSource, byteStream } from './byte-stream';

const bytes = (text: string) => new TextEncoder().encode(text);

/** A stream, what gives to it, and what has been asked of that. */
function given(mostBehind = 100) {
  const asked = { pulls: 0, cancels: 0 };
  let sink!: ByteSink;
  const source: ByteSource = {
    start: (its) => (sink = its),
    pull: () => (asked.pulls += 1),
    cancel: () => (asked.cancels += 1),
  };
  const stream = byteStream(source, mostBehind);
  return { stream, sink, asked };
}

/** Somebody who takes what is written when they are let. */
function slowReader() {
  const taken: string[] = [];
  const ended: unknown[] = [];
  let go: (() => void) | null = null;
  let isFree = true;
  const destination = new WritableStream<Uint8Array>({
    async write(piece) {
      if (!isFree) await new Promise<void>((resolve) => (go = resolve));
      taken.push(new TextDecoder().decode(piece));
    },
    close: () => void ended.push('closed'),
    abort: (reason) => void ended.push(reason),
  });
  const hold = () => {
    isFree = false;
  };
  const release = () => {
    isFree = true;
    go?.();
  };
  return { destination, taken, ended, hold, release };
}

const turns = () => new Promise((resolve) => setTimeout(resolve, 5));

describe('a stream of bytes', () => {
  test('is read like any other', async () => {
    const { stream, sink } = given();
    sink.write(bytes('one '));
    sink.write(bytes('two'));
    sink.close();
    expect(await new Response(stream).text()).toBe('one two');
  });

  test('that is piped keeps the order of what was given before, meanwhile and after', async () => {
    const { stream, sink } = given();
    const reader = slowReader();
    sink.write(bytes('a'));
    sink.write(bytes('b'));
    const over = new Response(stream).body!.pipeTo(reader.destination);
    sink.write(bytes('c'));
    await turns();
    sink.write(bytes('d'));
    sink.write(bytes('e'));
    sink.close();
    await over;
    expect(reader.taken.join('')).toBe('abcde');
    expect(reader.ended).toEqual(['closed']);
  });

  test.each([['before it is piped'], ['while what was given before is still being taken']])(
    'that is closed %s ends behind its last piece',
    async (when) => {
      const { stream, sink } = given();
      const reader = slowReader();
      sink.write(bytes('a'));
      sink.write(bytes('b'));
      if (when.startsWith('before')) sink.close();
      const over = stream.pipeTo(reader.destination);
      if (!when.startsWith('before')) sink.close();
      await over;
      expect(reader.taken.join('')).toBe('ab');
      expect(reader.ended).toEqual(['closed']);
    },
  );

  test('says how far its reader is behind, and asks for more when they have taken something', async () => {
    const { stream, sink, asked } = given(10);
    const reader = slowReader();
    const over = stream.pipeTo(reader.destination);
    await turns();
    reader.hold();
    sink.write(bytes('12345'));
    expect(sink.room).toBe(5);
    sink.write(bytes('1234567'));
    expect(sink.room).toBe(-2);
    const { pulls } = asked;
    await turns();
    expect(asked.pulls).toBe(pulls);
    reader.release();
    await turns();
    expect(sink.room).toBe(10);
    expect(asked.pulls).toBe(pulls + 2);
    sink.close();
    await over;
  });

  test.each([['a queue'], ['a pipe']])('whose reader goes away lets its source go: %s', async (how) => {
    const { stream, sink, asked } = given();
    if (how === 'a queue') await stream.cancel();
    else {
      const reader = slowReader();
      const gone = new AbortController();
      const over = stream.pipeTo(reader.destination, { signal: gone.signal });
      await turns();
      sink.write(bytes('a'));
      gone.abort(new Error('gone'));
      await expect(over).rejects.toThrow('gone');
      expect(reader.ended).toEqual([expect.objectContaining({ message: 'gone' })]);
    }
    expect(asked.cancels).toBe(1);
  });

  test('is left too when the reader has gone before it is piped, and in the midst of what was given before', async () => {
    const before = given();
    const gone = AbortSignal.abort(new Error('gone'));
    await expect(before.stream.pipeTo(slowReader().destination, { signal: gone })).rejects.toThrow('gone');
    expect(before.asked.cancels).toBe(1);

    const midst = given();
    const reader = slowReader();
    reader.hold();
    midst.sink.write(bytes('a'));
    midst.sink.write(bytes('b'));
    const going = new AbortController();
    const over = midst.stream.pipeTo(reader.destination, { signal: going.signal });
    await turns();
    going.abort(new Error('gone'));
    await expect(over).rejects.toThrow('gone');
    reader.release();
    await turns();
    expect(midst.asked.cancels).toBe(1);
    expect(reader.taken.join('')).not.toContain('b');
  });

  test('is left when what it is piped into fails', async () => {
    const { stream, sink, asked } = given();
    const destination = new WritableStream<Uint8Array>({
      write: () => Promise.reject(new Error('the socket broke')),
    });
    const over = stream.pipeTo(destination);
    await turns();
    sink.write(bytes('a'));
    await expect(over).rejects.toThrow('the socket broke');
    expect(asked.cancels).toBe(1);
  });

  test('tells a failure of its source to whoever reads', async () => {
    const { stream, sink, asked } = given();
    const reader = slowReader();
    const over = stream.pipeTo(reader.destination);
    await turns();
    sink.fail(new Error('the log cannot be read'));
    await expect(over).rejects.toThrow('the log cannot be read');
    expect(reader.ended).toEqual([expect.objectContaining({ message: 'the log cannot be read' })]);
    expect(asked.cancels).toBe(0);
    const read = given();
    read.sink.fail(new Error('the log cannot be read'));
    await expect(read.stream.getReader().read()).rejects.toThrow('the log cannot be read');
  });
});
