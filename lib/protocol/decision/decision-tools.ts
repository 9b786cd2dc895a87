import type { ToolDefinition } from '../prompt-message';
import type { WorkflowTool } from '../workflow-tools';

export const KEEP_ANSWER: ToolDefinition = tool('keep_answer', 'Keep your answer as it is.', {
  reason: { type: 'string', description: 'Why, in a sentence.' },
});

/** What a comparison says of each pair of so many answers. */
export function reportPairs(count: number): ToolDefinition {
  const pair = {
    first: number(count),
    second: number(count),
    verdict: { type: 'string', enum: ['same', 'different', 'unclear'] },
  };
  return tool('report_pairs', 'Say of every pair of answers whether both reach the same conclusion.', {
    pairs: { type: 'array', items: record(pair) },
  });
}

export const REPORT_CHECK: ToolDefinition = tool('report_check', 'Say whether the answer meets what is asked of it.', {
  reason: { type: 'string', description: 'What decided it, in a sentence or two.' },
  verdict: { type: 'string', enum: ['pass', 'fail', 'unclear'] },
});

export function scoreAnswers(count: number): ToolDefinition {
  const line = { answer: number(count), score: { type: 'number', minimum: 0, maximum: 10 } };
  return tool('score_answers', 'Score every answer from 0 (wrong or useless) to 10 (right and complete).', {
    scores: { type: 'array', items: record(line) },
    reason: { type: 'string', description: 'What decided it for you, in a sentence or two.' },
  });
}

export function chooseAnswer(count: number): ToolDefinition {
  return tool('choose_answer', 'Choose the answer that is right, or the best one.', {
    answer: { type: 'integer', minimum: 0, maximum: count, description: 'Its number; 0 = none is better.' },
    reason: { type: 'string', description: 'Why, in a sentence or two.' },
  });
}

function number(count: number): object {
  return { type: 'integer', minimum: 1, maximum: count };
}

function record(properties: Record<string, object>) {
  return { type: 'object', properties, required: Object.keys(properties), additionalProperties: false };
}

function tool(name: WorkflowTool, description: string, properties: Record<string, object>): ToolDefinition {
  return { name, description, parameters: record(properties) };
}
