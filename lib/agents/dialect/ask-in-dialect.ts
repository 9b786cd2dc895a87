import 'server-only';
import { BackendError } from '../backend-error';
import { type Adaptation, type Body, type Refusal, TEXT_FORM, type WireFormat } from './adaptation';
import { ADAPTATIONS } from './adaptations';
import { type Learned, learnedDialects } from './learned-dialects';

export interface Asking<Reply> {
  /** Where the request goes; with the model's name it tells whose dialect is meant. */
  url: string;
  model: string;
  format: WireFormat;
  body: Body;
  /** Throws a BackendError with the server's refusal. */
  send(body: Body): Promise<Reply>;
  /** A new way of asking was learned: why, in words for people. */
  onAdapted(because: string): void;
  /** False once something of a reply has come: it cannot be asked for again. Absent = `send` throws before. */
  mayAskAgain?(): boolean;
}

/**
 * Sends a request the way its server wants it. A refusal that names its cause is answered by asking in another way, each once, and what
 * helped is remembered for this server and model. Throws the server's last refusal when no way is left, and `tools_unsupported` when the
 * agent has to act in text.
 */
export async function askInDialect<Reply>(asking: Asking<Reply>): Promise<Reply> {
  const { url, model, format, mayAskAgain = () => true } = asking;
  const key = `${url} ${model}`;
  const known = learnedDialects.recall(key);
  let learned = known;
  let body = asking.body;
  for (const entry of known) body = adapt(body, entry, format);
  for (;;) {
    try {
      const reply = await asking.send(body);
      learnedDialects.keep(key, learned);
      return reply;
    } catch (error) {
      const refusal = refusalOf(error);
      if (!refusal || !mayAskAgain()) throw error;
      const next = nextWay(refusal, body, learned, format);
      if (!next) {
        // What was known does not help any more: the next request begins afresh.
        if (known.length > 0) learnedDialects.forget(key);
        throw error;
      }
      learned = [...learned, next];
      if (next.name === TEXT_FORM) {
        learnedDialects.keep(key, learned);
        throw withoutTools(`: ${wordsFor(error)}`);
      }
      body = adapt(body, next, format);
      asking.onAdapted(`${capitalised(adaptationOf(next).says(next.detail))}: ${wordsFor(error)}`);
    }
  }
}

function adapt(body: Body, { name, detail }: Learned, format: WireFormat): Body {
  const changed = adaptationOf({ name, detail }).apply(body, detail, format);
  if (changed !== TEXT_FORM) return changed;
  throw withoutTools('.');
}

function withoutTools(because: string): BackendError {
  return new BackendError('tools_unsupported', `This model, or its server, takes no tools${because}`);
}

/** The first adaptation that the refusal demands, that is not in use yet, and that changes the request. */
function nextWay(refusal: Refusal, body: Body, learned: Learned[], format: WireFormat): Learned | null {
  for (const adaptation of ADAPTATIONS) {
    const detail = adaptation.demandedBy(refusal, body);
    if (detail === null || learned.some((known) => known.name === adaptation.name && known.detail === detail)) continue;
    if (adaptation.apply(body, detail, format) !== body) return { name: adaptation.name, detail };
  }
  return null;
}

function adaptationOf({ name }: Learned): Adaptation {
  const adaptation = ADAPTATIONS.find((candidate) => candidate.name === name);
  if (!adaptation) throw new Error(`There is no adaptation “${name}”.`);
  return adaptation;
}

/** The refusal of a request as it is; a key, a limit, a pause or forbidden content is none, however it is asked for. */
function refusalOf(error: unknown): Refusal | null {
  if (!(error instanceof BackendError) || !error.refusal) return null;
  return ['bad_request', 'overloaded', 'protocol'].includes(error.code) ? error.refusal : null;
}

function wordsFor(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
