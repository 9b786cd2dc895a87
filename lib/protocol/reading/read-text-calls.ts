import { isFields } from '../json';
import { knownTool } from './known-tool';
import { readArguments } from './read-arguments';

export interface TextCall {
  tool: string;
  arguments: unknown;
}

/** Begins a call in the text of a model whose server has not read it: as Hermes, Qwen, GLM, Mistral, Llama, DeepSeek, Kimi, MiniMax, Gemma and others are taught. */
const OPENING =
  /<(?:minimax:|antml:|seed:)?(?:tool_?calls?|function_?calls?)>|<\|?tool_calls?(?:_section)?(?:_begin)?\|?>|<｜tool▁calls?▁begin｜>|<｜DSML｜(?:function|tool)_calls>|\[TOOL_CALLS?\]|<\|python_tag\|>|functools(?=\[)|<\|channel\|>commentary(?= to=)|<function=|<(?:antml:|｜DSML｜)?invoke name=/i;

/** What stands around and between calls and says nothing itself. */
const MARKS =
  /<\/?(?:minimax:|antml:|seed:)?(?:tool_?calls?|function_?calls?)>|<\|?\/?tool_calls?(?:_section)?(?:_(?:begin|end))?\|?>|<｜tool▁calls?▁(?:begin|end)｜>|<\/?｜DSML｜(?:function|tool)_calls>|<\/function>|<\/(?:antml:|｜DSML｜)?invoke>|\[\/?TOOL_CALLS?\]|<\|python_tag\|>|functools(?=\[)|<\|start\|>assistant|<\|channel\|>commentary|<\|(?:call|im_end|eot_id|eom_id|end|return)\|>|<｜end▁of▁sentence｜>|<\/s>/gi;

const LAST_BLOCK = /(?:^|\n)(`{3,})[\w-]*[ \t]*\n([\s\S]*?)\n?\1\s*$/;
const TAGGED = /^<(?:function=|(?:antml:|｜DSML｜)?invoke name=)["']?([^"'>]+)["']?>([\s\S]*)$/;
const PARAMETER =
  /<(?:antml:|｜DSML｜)?parameter(?:=| name=)["']?([\w.-]+)["']?[^>]*>\n?([\s\S]*?)\n?<\/(?:antml:|｜DSML｜)?parameter>/g;
const PAIR = /<arg_key>\s*([\s\S]*?)\s*<\/arg_key>\s*<arg_value>\n?([\s\S]*?)\n?<\/arg_value>/g;
const PAIRS = /^([\w.-]+)\s*(<arg_key>[\s\S]*)$/;
/** The name, then its arguments as JSON, with what different templates put between them. */
const NAMED =
  /^(?:function<｜tool▁sep｜>)?(?:to=|call:)?([\w.-]+(?::\d+)?)(?:\s|\[CALL_ID\]\w+|\[ARGS\]|<\|tool_call_argument_begin\|>|<｜tool▁sep｜>|<\|constrain\|>|json|<\|message\|>|`{3})*(\{[\s\S]*\})\s*(?:`{3})?$/;

/**
 * The tool calls that a model has written into its text, as the end of its reply. Empty when there are none, when one has no single
 * reading, or when it calls something else than `tools`.
 */
export function readTextCalls(text: string, tools: readonly string[]): TextCall[] {
  const calls = callsIn(text.trim());
  const known = calls.map((call) => ({ ...call, tool: knownTool(call.tool, tools) }));
  return known.every(({ tool }) => tools.includes(tool)) ? known : [];
}

function callsIn(text: string): TextCall[] {
  const begin = text.search(OPENING);
  if (begin >= 0) {
    const parts = text
      .slice(begin)
      .split(MARKS)
      .flatMap((part) => part.trim() || []);
    const read = parts.map(callsOf);
    return read.some((calls) => calls.length === 0) ? [] : read.flat();
  }
  return callsOfJson(LAST_BLOCK.exec(text)?.[2] ?? text);
}

function callsOf(part: string): TextCall[] {
  const tagged = TAGGED.exec(part);
  if (tagged) return [{ tool: tagged[1] ?? '', arguments: valuesOf(tagged[2] ?? '', PARAMETER) }];
  const pairs = PAIRS.exec(part);
  if (pairs) return [{ tool: pairs[1] ?? '', arguments: valuesOf(pairs[2] ?? '', PAIR) }];
  const named = NAMED.exec(part);
  if (named) return [{ tool: named[1] ?? '', arguments: readArguments(named[2]) }];
  return callsOfJson(part);
}

/** Values by name; JSON where there are no tags; the text itself where neither is whole. */
function valuesOf(body: string, form: RegExp): unknown {
  if (!body.includes('<')) return readArguments(body);
  const values = [...body.matchAll(form)].map(([, name, value]) => [name, value]);
  const isWhole = values.length > 0 && body.replace(form, '').trim() === '';
  return isWhole ? readArguments(Object.fromEntries(values)) : readArguments(body);
}

function callsOfJson(text: string): TextCall[] {
  const trimmed = text.trim();
  if (!/^[[{]/.test(trimmed)) return [];
  // A list is no object, so it is read as the value of one.
  const read = readArguments(trimmed.startsWith('[') ? `{"tool_calls":${trimmed}}` : trimmed);
  if (!isFields(read)) return [];
  const given = Array.isArray(read.tool_calls) ? read.tool_calls : [read];
  const calls = given.map(callOfFields);
  return calls.every((call) => call !== null) ? calls : [];
}

function callOfFields(value: unknown): TextCall | null {
  if (!isFields(value)) return null;
  if (isFields(value.function)) return callOfFields(value.function);
  const tool = value.name ?? value.tool ?? value.tool_name ?? value.function;
  const given = value.arguments ?? value.parameters ?? value.args ?? value.input;
  if (typeof tool === 'string' && given !== undefined) return { tool, arguments: readArguments(given) };
  const [only, ...others] = Object.entries(value);
  if (!only || others.length > 0 || !isFields(only[1])) return null;
  return { tool: only[0], arguments: readArguments(only[1]) };
}
