import type { TeamDefinition } from '@/db/types/team-definition';
import type { Preset } from './preset';

const NEEDS = 'Keys for Anthropic, OpenAI and Gemini, in Settings → Models or in the environment.';

/** Of different makers: they err less often in the same way. */
const AGENTS: TeamDefinition['agents'] = [
  { slot: 'A', name: 'Claude', backend: { type: 'claude', model: 'claude-sonnet-5-5' } },
  { slot: 'B', name: 'GPT', backend: { type: 'openai', model: 'gpt-6.1-sol' } },
  { slot: 'C', name: 'Gemini', backend: { type: 'gemini', model: 'gemini-3.8-flash' } },
];

/** Three ways to decide by evidence (docs/decisions.md). */
export const DECISION_PRESETS: Preset[] = [
  {
    id: 'economical',
    description: 'Asks two of three, and the third only if they disagree. Nobody scores.',
    needs: NEEDS,
    definition: {
      name: 'Economical',
      agents: AGENTS,
      coordination: { decision: 'evidence', depth: 'auto', ballots: 'never' },
    },
  },
  {
    id: 'thorough',
    description:
      'Asks all at once. If they disagree, they look at each other’s answers, and a judge reads them in both orders.',
    needs: NEEDS,
    definition: {
      name: 'Thorough',
      agents: AGENTS,
      coordination: {
        decision: 'evidence',
        judge: { backend: { type: 'claude', model: 'claude-sonnet-5-5' } },
      },
    },
  },
  {
    id: 'proved-by-tests',
    description:
      'Every answer is checked, and what passes is published as it is. Comes with one critic: add the schema, pattern, number or code that your answers must meet.',
    needs: NEEDS,
    definition: {
      name: 'Proved by tests',
      agents: AGENTS,
      coordination: {
        decision: 'evidence',
        presenter: 'verbatim',
        checks: [
          {
            kind: 'critic',
            name: 'holds up',
            rubric:
              'Whoever works the question out again from the beginning comes to the same result, and nothing that was asked for is missing.',
          },
        ],
      },
    },
  },
];
