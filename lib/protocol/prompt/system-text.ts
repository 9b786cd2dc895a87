import type { Team, TeamAgent } from '../team';

const SINGLE = 'Answer the person’s question as well as you can.';

const ROLE = `You are agent {slot}, one of several agents who work on the same question at the same time. Each is known only by a letter.
In each turn you read the question and the answers published so far, then act in exactly one of these ways:

- new_answer: publish your own complete answer. Do this when nothing is published yet, or when you can clearly improve on what is: correct a mistake, add something that is missing, join the strengths of several answers. Write it for the person who asked; it must stand on its own.
- vote: choose the best published answer and say why, when you would not clearly improve on it. Judge what it says, not who wrote it or how long it is. {self}
- abstain: only if you cannot judge.

You act by calling the tool; text outside of it is only your working. When answers change after you acted, you are asked again.`;

const TEXT_FORM = `You cannot call tools directly. End your reply with exactly one fenced JSON block that names the tool, as its very last part:

\`\`\`json
{"tool": "new_answer", "arguments": {"content": "…"}}
\`\`\`

or {"tool": "vote", "arguments": {"answer_id": "A.1", "reason": "…"}} or {"tool": "abstain", "arguments": {"reason": "…"}}. Nothing may follow the block.`;

/** The stable beginning of every request of a slot: role, rules, the agent's own system message. No clock, no model names. */
export function systemText(agent: TeamAgent, team: Team): string {
  const parts = team.agents.length === 1 ? [SINGLE] : [role(agent, team), ...(agent.canCallTools ? [] : [TEXT_FORM])];
  if (agent.systemMessage) parts.push(agent.systemMessage);
  return parts.join('\n\n');
}

function role(agent: TeamAgent, team: Team): string {
  const self = team.coordination.selfVotes
    ? 'You may vote for your own if it is the best.'
    : 'You cannot vote for your own.';
  return ROLE.replace('{slot}', agent.slot).replace('{self}', self);
}
