import 'server-only';
import { once } from 'node:events';
import { StringDecoder } from 'node:string_decoder';
import type { JSONRPCMessage, Transport } from '@modelcontextprotocol/client';
import { cleanWords } from '@/lib/platform/sandbox/clean-words';
import type { SandboxedProcess } from '@/lib/platform/sandbox/start-sandboxed';
import { LIMITS } from '../connect/limits';
import { McpFailure } from '../connect/mcp-failure';
import { texts as connectTexts } from '../connect/texts';
import { ProgramEnded } from './program-ended';
import { texts } from './texts';

/** Until a program that was told to end has done so. */
const LEAVE_MS = 1000;
/** Of what it writes that nobody asked for, in all. */
const MOST_GARBAGE = 10_000_000;
/** Of its complaints: the last are kept, and so many are read in a second. */
const COMPLAINT = 4000;
const COMPLAINTS_A_SECOND = 1_000_000;
const NOT_FOUND = 127;

/** A server that is a program: a message is a line of JSON, in on its input and out on its output. What it does wrong ends it, and says so. */
export class StdioTransport implements Transport {
  onclose?: () => void;
  onerror?: (error: Error) => void;
  onmessage?: NonNullable<Transport['onmessage']>;
  readonly #start: () => Promise<SandboxedProcess>;
  readonly #onBroken: (error: Error) => void;
  readonly #command: string;
  #program: SandboxedProcess | null = null;
  #isClosed = false;
  #line: string[] = [];
  #lineLength = 0;
  #garbage = 0;
  #complaint = '';

  /** @param onBroken is told why, when the program ends without having been told to */
  constructor(command: string, start: () => Promise<SandboxedProcess>, onBroken: (error: Error) => void) {
    this.#command = command;
    this.#start = start;
    this.#onBroken = onBroken;
  }

  async start(): Promise<void> {
    const program = await this.#start();
    if (this.#isClosed) return program.kill();
    this.#program = program;
    const { process: child } = program;
    const decoder = new StringDecoder('utf8');
    child.stdout.on('data', (chunk: Buffer) => this.#read(decoder.write(chunk)));
    this.#followComplaints(program);
    child.once('close', (code, signal) => this.#ended(code, signal));
    await new Promise<void>((resolve, reject) => {
      child.once('spawn', resolve);
      child.once('error', (error) =>
        reject(new McpFailure('unreachable', texts.notStarted(error.message), new ProgramEnded(error.message))),
      );
    });
  }

  async send(message: JSONRPCMessage): Promise<void> {
    const stdin = this.#program?.process.stdin;
    if (!stdin?.writable || this.#isClosed) throw new McpFailure('unreachable', connectTexts.brokeOff);
    if (!stdin.write(`${JSON.stringify(message)}\n`) && stdin.writable)
      await Promise.race([once(stdin, 'drain'), once(stdin, 'close')]);
  }

  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    const program = this.#program;
    if (program && program.process.exitCode === null && program.process.signalCode === null) {
      const ended = once(program.process, 'exit');
      program.process.stdin.end();
      let timer: NodeJS.Timeout | undefined;
      await Promise.race([ended, new Promise((resolve) => (timer = setTimeout(resolve, LEAVE_MS)))]);
      clearTimeout(timer);
      // Also what it has left running.
      program.kill();
    }
    this.onclose?.();
  }

  #read(text: string): void {
    for (let rest = text; rest !== '' && !this.#isClosed; ) {
      const end = rest.indexOf('\n');
      const part = end < 0 ? rest : rest.slice(0, end);
      this.#line.push(part);
      this.#lineLength += part.length;
      if (this.#lineLength > LIMITS.messageBytes)
        this.#break(new McpFailure('too_large', connectTexts.tooLarge(Math.round(LIMITS.messageBytes / 1e6))));
      if (end < 0 || this.#isClosed) return;
      const line = this.#line.join('');
      this.#line = [];
      this.#lineLength = 0;
      rest = rest.slice(end + 1);
      this.#take(line);
    }
  }

  /** A line that is no message is a program's way of logging; many are passed over. */
  #take(line: string): void {
    const message = messageIn(line);
    if (message) this.onmessage?.(message);
    else this.#garbage += line.length + 1;
    if (this.#garbage > MOST_GARBAGE) this.#break(new McpFailure('bad_reply', texts.garbage(MOST_GARBAGE / 1e6)));
  }

  /** Who complains without end waits until it is read. */
  #followComplaints({ process: { stderr } }: SandboxedProcess): void {
    let heard = 0;
    let since = performance.now();
    stderr.on('data', (chunk: Buffer) => {
      this.#complaint = (this.#complaint + chunk.subarray(-COMPLAINT).toString('utf8')).slice(-COMPLAINT);
      if (performance.now() - since > 1000) {
        heard = 0;
        since = performance.now();
      }
      heard += chunk.length;
      if (heard < COMPLAINTS_A_SECOND) return;
      stderr.pause();
      setTimeout(() => stderr.resume(), 1000).unref();
    });
  }

  #ended(code: number | null, signal: NodeJS.Signals | null): void {
    if (this.#isClosed) return;
    const said = cleanWords(this.#complaint);
    const how = code === null ? texts.signal(signal ?? '') : texts.code(code);
    const broke = this.#program?.broke();
    const because = broke ?? (code === NOT_FOUND ? texts.noProgram(this.#command) : texts.ended(how, said));
    this.#break(new McpFailure('unreachable', because, new ProgramEnded(because)));
  }

  #break(failure: McpFailure): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#program?.kill();
    this.#onBroken(failure);
    this.onerror?.(failure);
    this.onclose?.();
  }
}

function messageIn(line: string): JSONRPCMessage | null {
  // Of what is no message most is seen at once.
  if (!line.startsWith('{')) return null;
  try {
    const value: unknown = JSON.parse(line);
    const isMessage = typeof value === 'object' && value !== null && 'jsonrpc' in value && value.jsonrpc === '2.0';
    return isMessage ? (value as JSONRPCMessage) : null;
  } catch {
    return null;
  }
}
