import type { AgentCall } from '@/lib/agents/backend';
import type { ScriptedStep } from './scripted-backend';

/** The usual course of a turn: an answer, a vote (all for the same answer), the presentation; each with `tokens` tokens of text. */
export function teamScript(tokens: number): (call: AgentCall) => ScriptedStep {
  const text = Array.from({ length: tokens }, (_, i) => `tok${i % 10} `);
  const answered = new Set<string>();
  return (call) => {
    if (call.toolChoice === 'none') return { text };
    const seat = `${call.runId} ${call.slot}`;
    const choices = ballotOf(call).sort();
    if (choices.length > 0 && answered.has(seat)) {
      return { text, tools: [{ tool: 'vote', arguments: { answer_id: choices[0], reason: 'It is complete.' } }] };
    }
    answered.add(seat);
    return {
      text,
      tools: [{ tool: 'new_answer', arguments: { content: `Answer of ${call.slot}: ${text.join('')}` } }],
    };
  };
}

/** The answer versions for which the request lets the model vote. */
export function ballotOf(call: AgentCall): string[] {
  const vote = call.tools.find((tool) => tool.name === 'vote');
  const properties = vote?.parameters.properties as { answer_id?: { enum?: string[] } } | undefined;
  return properties?.answer_id?.enum ?? [];
}
