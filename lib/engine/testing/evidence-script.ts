import type { AgentCall } from '@/lib/agents/backend';
import type { ScriptedStep } from './scripted-backend';

/** What a scripted model of a team that decides by evidence does when it is asked. */
export interface EvidenceScript {
  /** First versions, by slot. */
  answers: Record<string, string>;
  /** A better version, for whoever is shown the others' or fails a check; absent = it keeps its own. */
  revised?: Record<string, string>;
  /** What the comparison says of two texts; absent = different. */
  isSame?: (a: string, b: string) => boolean;
  /** Out of ten; absent = 5. */
  scoreOf?: (slot: string, text: string) => number;
  /** What the critic says of a text; absent = pass. */
  verdictOn?: (text: string) => 'pass' | 'fail' | 'unclear';
  /** Which text the judge prefers; absent = the first line. */
  prefers?: (texts: string[]) => number;
}

/** A step for each kind of call, told apart by the tools that it offers. It remembers nothing, as a model behind a restarted server. */
export function evidenceScript(script: EvidenceScript): (call: AgentCall) => ScriptedStep {
  return (call) => {
    const offers = (name: string) => call.tools.some((tool) => tool.name === name);
    const act = (tool: string, args: unknown): ScriptedStep => ({ tools: [{ tool, arguments: args }] });
    if (call.toolChoice === 'none') return { text: ['The final text.'] };
    const lines = linesOf(call);
    if (offers('report_pairs')) return act('report_pairs', { pairs: pairsOf(lines, script.isSame ?? (() => false)) });
    if (offers('score_answers')) {
      const scores = lines.map((text, index) => ({ answer: index + 1, score: script.scoreOf?.(call.slot, text) ?? 5 }));
      return act('score_answers', { scores, reason: 'I checked them.' });
    }
    if (offers('report_check'))
      return act('report_check', { reason: 'I read it.', verdict: script.verdictOn?.(lines[0] ?? '') ?? 'pass' });
    if (offers('choose_answer'))
      return act('choose_answer', { answer: script.prefers?.(lines) ?? 1, reason: 'Right.' });
    const content = offers('keep_answer') ? script.revised?.[call.slot] : script.answers[call.slot];
    const isNew = content !== undefined && !hasSaid(call, content);
    return isNew ? act('new_answer', { content }) : act('keep_answer', { reason: 'It is right.' });
  };
}

function hasSaid(call: AgentCall, content: string): boolean {
  return call.messages.some(
    (message) => message.role === 'assistant' && JSON.stringify(message.toolCalls).includes(JSON.stringify(content)),
  );
}

/** The answers that a request shows under numbers, in order. */
export function linesOf(call: AgentCall): string[] {
  return [...textOf(call).matchAll(/<answer number="\d+">\n([\s\S]*?)\n<\/answer>/g)].map((match) => match[1] ?? '');
}

/** All that a request says, as text. */
export function textOf(call: AgentCall): string {
  return call.messages
    .map((message) => {
      if (message.role === 'user')
        return message.parts.flatMap((part) => (part.type === 'text' ? [part.text] : [])).join('\n');
      return message.role === 'tool' ? message.result : message.text;
    })
    .join('\n');
}

function pairsOf(lines: string[], isSame: (a: string, b: string) => boolean) {
  return lines.flatMap((a, first) =>
    lines.slice(first + 1).map((b, behind) => ({
      first: first + 1,
      second: first + behind + 2,
      verdict: isSame(a, b) ? 'same' : 'different',
    })),
  );
}
