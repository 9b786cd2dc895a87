import { type Fields, isFields } from '@/lib/protocol/json';

/** Fields of an entry in a list of models that say its window; what a model is loaded with stands first. */
const LISTED = [
  'loaded_context_length',
  'max_model_len',
  'context_length',
  'context_window',
  'max_context_length',
  'max_context_window_tokens',
  'max_input_tokens',
  'inputTokenLimit',
  'n_ctx',
];
/** Where else in an entry they stand. */
const INSIDE = ['meta', 'metadata', 'limits', 'top_provider', 'capabilities'];
/** With what Ollama loads a model where nothing else is said. */
const OLLAMA_DEFAULT = 4_096;

/** Of the entry of the model in an OpenAI-format list; the only entry counts for any name. */
export function listedWindow(reply: unknown, model: string): number | null {
  const entry = entryOf(reply, model);
  if (!entry) return null;
  const places = [entry, ...INSIDE.map((name) => entry[name]).filter(isFields), ...limitsIn(entry)];
  const found = places.flatMap((place) => firstOf(place, LISTED));
  // OpenRouter: the provider that it asks first may take less than the model could.
  return found.length > 0 ? Math.min(...found) : null;
}

/** LM Studio's `/api/v0/models`. */
export function lmStudioWindow(reply: unknown, model: string): number | null {
  const entry = entryOf(reply, model);
  return entry ? (firstOf(entry, ['loaded_context_length', 'max_context_length'])[0] ?? null) : null;
}

/** llama.cpp's `/props`: the window of one of its slots. */
export function llamaWindow(reply: unknown): number | null {
  if (!isFields(reply)) return null;
  const settings = isFields(reply.default_generation_settings) ? reply.default_generation_settings : {};
  return firstOf(settings, ['n_ctx'])[0] ?? firstOf(reply, ['n_ctx'])[0] ?? null;
}

/** Ollama's `/api/ps`: models that are loaded. */
export function ollamaLoadedWindow(reply: unknown, model: string): number | null {
  const entry = isFields(reply) ? entryOf({ data: reply.models }, model) : null;
  return entry ? (firstOf(entry, ['context_length'])[0] ?? null) : null;
}

/** Ollama's `/api/show`: what the model file sets; else the server's default, never more than the model can take. */
export function ollamaWindow(reply: unknown): number | null {
  if (!isFields(reply) || !isFields(reply.model_info)) return null;
  const set = /^\s*num_ctx\s+(\d+)/m.exec(typeof reply.parameters === 'string' ? reply.parameters : '')?.[1];
  const most = Object.entries(reply.model_info).find(([name]) => name.endsWith('.context_length'))?.[1];
  return Math.min(set === undefined ? OLLAMA_DEFAULT : Number(set), tokens(most) ?? Number.POSITIVE_INFINITY);
}

function entryOf(reply: unknown, model: string): Fields | null {
  const data = Array.isArray(reply) ? reply : isFields(reply) ? (reply.data ?? reply.models) : null;
  if (!Array.isArray(data)) return null;
  const entries = data.filter(isFields);
  const named = entries.find((entry) => namesOf(entry).some((name) => isSame(name, model)));
  return named ?? (entries.length === 1 ? (entries[0] ?? null) : null);
}

function namesOf({ id, name, model }: Fields): string[] {
  return [id, name, model].filter((value) => typeof value === 'string');
}

/** `llama3` is `llama3:latest`, `models/x` is `x`. */
function isSame(name: string, model: string): boolean {
  const plain = (text: string) =>
    text
      .replace(/^models\//, '')
      .replace(/:latest$/, '')
      .toLowerCase();
  return plain(name) === plain(model);
}

function limitsIn({ capabilities }: Fields): Fields[] {
  return isFields(capabilities) && isFields(capabilities.limits) ? [capabilities.limits] : [];
}

function firstOf(fields: Fields, names: string[]): number[] {
  const found = names.map((name) => tokens(fields[name])).find((value) => value !== null);
  return found === undefined || found === null ? [] : [found];
}

function tokens(value: unknown): number | null {
  const number = typeof value === 'string' ? Number(value) : value;
  return typeof number === 'number' && Number.isInteger(number) && number >= 256 ? number : null;
}
