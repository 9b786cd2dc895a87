import { describe, expect, it } from 'vitest';
import { readTextCalls } from './read-text-calls';

const TOOLS = ['new_answer', 'vote', 'abstain'];
const ARGS = { content: 'Green.\nIt is "calm".' };
const JSON_ARGS = JSON.stringify(ARGS);
const CALL = `{"name": "new_answer", "arguments": ${JSON_ARGS}}`;

describe('a tool call in the text', () => {
  it.each([
    ['Hermes, Qwen', `<tool_call>\n${CALL}\n</tool_call>`],
    ['without its closing tag', `<tool_call>\n${CALL}`],
    ['with an end token', `<tool_call>${CALL}</tool_call><|im_end|>`],
    ['behind words', `I know enough.\n\n<tool_call>\n${CALL}\n</tool_call>`],
    [
      'Qwen3-Coder',
      `<tool_call>\n<function=new_answer>\n<parameter=content>\n${ARGS.content}\n</parameter>\n</function>\n</tool_call>`,
    ],
    [
      'Qwen3-Coder without its wrapper',
      `<function=new_answer>\n<parameter=content>\n${ARGS.content}\n</parameter>\n</function>`,
    ],
    ['GLM', `<tool_call>new_answer\n<arg_key>content</arg_key>\n<arg_value>${ARGS.content}</arg_value>\n</tool_call>`],
    ['Mistral', `[TOOL_CALLS][${CALL}]`],
    ['Mistral, newer', `[TOOL_CALLS]new_answer[ARGS]${JSON_ARGS}`],
    ['Mistral with ids', `[TOOL_CALLS]new_answer[CALL_ID]abc123xyz[ARGS]${JSON_ARGS}`],
    ['Llama 3.1', `<function=new_answer>${JSON_ARGS}</function>`],
    ['Llama with its tag', `<|python_tag|>{"name": "new_answer", "parameters": ${JSON_ARGS}}<|eom_id|>`],
    ['Llama, bare', `{"name": "new_answer", "parameters": ${JSON_ARGS}}`],
    [
      'DeepSeek V3',
      `<｜tool▁calls▁begin｜><｜tool▁call▁begin｜>function<｜tool▁sep｜>new_answer\n\`\`\`json\n${JSON_ARGS}\n\`\`\`<｜tool▁call▁end｜><｜tool▁calls▁end｜>`,
    ],
    [
      'DeepSeek V3.1',
      `<｜tool▁calls▁begin｜><｜tool▁call▁begin｜>new_answer<｜tool▁sep｜>${JSON_ARGS}<｜tool▁call▁end｜><｜tool▁calls▁end｜>`,
    ],
    [
      'DeepSeek V3.2',
      `<｜DSML｜function_calls>\n<｜DSML｜invoke name="new_answer">\n<｜DSML｜parameter name="content" string="true">${ARGS.content}</｜DSML｜parameter>\n</｜DSML｜invoke>\n</｜DSML｜function_calls>`,
    ],
    [
      'Kimi',
      `<|tool_calls_section_begin|><|tool_call_begin|>functions.new_answer:0<|tool_call_argument_begin|>${JSON_ARGS}<|tool_call_end|><|tool_calls_section_end|>`,
    ],
    [
      'MiniMax',
      `<minimax:tool_call>\n<invoke name="new_answer">\n<parameter name="content">${ARGS.content}</parameter>\n</invoke>\n</minimax:tool_call>`,
    ],
    ['Granite', `<|tool_call|>[${CALL}]`],
    ['Phi', `functools[${CALL}]`],
    ['gpt-oss', `<|channel|>commentary to=functions.new_answer <|constrain|>json<|message|>${JSON_ARGS}<|call|>`],
    ['a code fence', `Here it is:\n\`\`\`json\n${CALL}\n\`\`\``],
    ['OpenAI’s own form', `{"tool_calls": [{"type": "function", "function": ${CALL}}]}`],
    ['the name as the key', `{"new_answer": ${JSON_ARGS}}`],
    ['arguments as a text', `<tool_call>{"name": "new_answer", "arguments": ${JSON.stringify(JSON_ARGS)}}</tool_call>`],
    ['raw line breaks', `<tool_call>${CALL.replaceAll('\\n', '\n')}</tool_call>`],
    ['a name with its namespace', CALL.replace('new_answer', 'functions.new_answer')],
  ])('%s', (_name, text) => {
    expect(readTextCalls(text, TOOLS)).toEqual([{ tool: 'new_answer', arguments: ARGS }]);
  });

  it('several calls are several', () => {
    const text = `<tool_call>${CALL}</tool_call>\n<tool_call>{"name": "vote", "arguments": {}}</tool_call>`;
    expect(readTextCalls(text, TOOLS).map(({ tool }) => tool)).toEqual(['new_answer', 'vote']);
  });

  it.each([
    ['cut off', `<tool_call>\n{"name": "new_answer", "arguments": {"content": "Gr`],
    ['another tool', '<tool_call>{"name": "rm", "arguments": {}}</tool_call>'],
    ['text behind it', `<tool_call>${CALL}</tool_call>\nThat is how it is called.`],
    ['code that is no call', '```json\n{"colour": "green"}\n```'],
    ['plain words', 'I would call new_answer now.'],
    ['nothing', ''],
  ])('nothing is read from a reply with %s', (_name, text) => {
    expect(readTextCalls(text, TOOLS)).toEqual([]);
  });
});
