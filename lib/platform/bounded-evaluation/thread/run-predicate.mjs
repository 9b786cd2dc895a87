/**
 * Runs a predicate in a WebAssembly sandbox of its own: an interpreter with nothing of the host in it, no files, network, clock of ours or
 * modules, and a cap on time, memory and stack. Gives `{passed}`, or `{because, detail?}`: `syntax`, `threw`, `time`, `memory`, `kind`.
 */
import { getQuickJS } from 'quickjs-emscripten';

const MEMORY_BYTES = 16_000_000;
const STACK_BYTES = 256_000;
/** Less than the thread has: an endless loop costs no thread. */
const TIME_LIMIT_MS = 80;
const MOST_DETAIL = 200;

const quickJs = await getQuickJS();

/** What this thread has worked, in ms, so that other programs do not count; in older versions of Node the time that has passed. */
function clock() {
  const used = process.threadCpuUsage?.();
  return used ? (used.user + used.system) / 1000 : performance.now();
}

/** @param {{source: string, value: unknown}} task */
export function evaluate({ source, value }) {
  const runtime = quickJs.newRuntime();
  try {
    runtime.setMemoryLimit(MEMORY_BYTES);
    runtime.setMaxStackSize(STACK_BYTES);
    const end = clock() + TIME_LIMIT_MS;
    let isLate = false;
    runtime.setInterruptHandler(() => {
      isLate = clock() > end;
      return isLate;
    });
    const outcome = run(runtime, source, value);
    return isLate ? { because: 'time' } : outcome;
  } finally {
    runtime.dispose();
  }
}

/**
 * @param {import('quickjs-emscripten').QuickJSRuntime} runtime
 * @param {string} source an expression of `answer`, or a function of it
 * @param {unknown} value
 */
function run(runtime, source, value) {
  const context = runtime.newContext();
  try {
    const json = context.newString(JSON.stringify(value ?? null));
    context.setProp(context.global, 'json', json);
    json.dispose();
    const before = context.evalCode('const answer = JSON.parse(json); delete globalThis.json;');
    if (before.error) return failure(context, before.error);
    before.value.dispose();
    const program = `const predicate = (${source}\n); typeof predicate === 'function' ? predicate(answer) : predicate;`;
    const result = context.evalCode(program, 'predicate');
    if (result.error) return failure(context, result.error);
    const told = context.typeof(result.value);
    const passed = told === 'boolean' ? context.dump(result.value) : null;
    result.value.dispose();
    return passed === null ? { because: 'kind', detail: told } : { passed };
  } finally {
    context.dispose();
  }
}

/**
 * @param {import('quickjs-emscripten').QuickJSContext} context
 * @param {import('quickjs-emscripten').QuickJSHandle} error
 */
function failure(context, error) {
  const told = textOf(context, error);
  error.dispose();
  if (/out of memory/.test(told)) return { because: 'memory' };
  return { because: told.startsWith('SyntaxError') ? 'syntax' : 'threw', detail: told.slice(0, MOST_DETAIL) };
}

/**
 * The error's name and message; reading them may run code of the predicate, which the same bounds hold.
 * @param {import('quickjs-emscripten').QuickJSContext} context
 * @param {import('quickjs-emscripten').QuickJSHandle} error
 */
function textOf(context, error) {
  if (context.typeof(error) !== 'object') return context.getString(error);
  const parts = ['name', 'message'].map((name) => {
    const part = context.getProp(error, name);
    const text = context.typeof(part) === 'string' ? context.getString(part) : '';
    part.dispose();
    return text;
  });
  return parts.filter((part) => part !== '').join(': ');
}
