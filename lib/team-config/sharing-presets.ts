import type { Preset } from './preset';

const REVIEWER =
  'Check the work of the builder: its changes, what its tools said, what it left out. Tell it in a note at once.';
const CLAUDE_CODE = 'MASSGEN_CLAUDE_CODE where others than administrators use it';

/** Teams whose agents see the work behind one another's answers. */
export const SHARING_PRESETS: Preset[] = [
  {
    id: 'demo-sharing',
    description:
      'The simulated agents of the demo team, which also write notes to one another: what the reviewer finds reaches the others while they work.',
    needs: null,
    definition: {
      name: 'Demo: sharing context',
      agents: [
        { slot: 'A', name: 'Extractor', backend: { type: 'demo', model: 'demo-extract' } },
        { slot: 'B', name: 'Calculator', backend: { type: 'demo', model: 'demo-compute' } },
        { slot: 'C', name: 'Reviewer', backend: { type: 'demo', model: 'demo-review' } },
      ],
      coordination: { contextSharing: { enabled: true, include: ['answers', 'notes'] } },
    },
  },
  {
    id: 'claude-code-pair',
    description:
      'Two Claude Code agents, each in a folder of its own. Each sees what the other changes, what its tools say, its plan and its notes.',
    needs: `An Anthropic key, in Settings → Models or as ANTHROPIC_API_KEY; ${CLAUDE_CODE}.`,
    definition: {
      name: 'Pair: two Claude Code agents',
      agents: [
        {
          slot: 'A',
          name: 'Builder',
          backend: { type: 'claude_code', model: 'claude-sonnet-5-5' },
          systemMessage: 'Build the whole of it. Test before you publish.',
        },
        {
          slot: 'B',
          name: 'Challenger',
          backend: { type: 'claude_code', model: 'claude-sonnet-5-5' },
          systemMessage: 'Take another way than your peer. Try to break what it has built, and tell it in a note.',
        },
      ],
      coordination: {
        contextSharing: {
          enabled: true,
          include: ['answers', 'tools', 'files', 'notes', 'plan'],
          maxTokensPerPeer: 12_000,
        },
      },
    },
  },
  {
    id: 'claude-code-reviewers',
    description:
      'Claude Code works in its folder; GPT and Gemini read its changes and what its tools say, and send it notes.',
    needs: `Keys for Anthropic, OpenAI and Gemini, in Settings → Models or in the environment; ${CLAUDE_CODE}.`,
    definition: {
      name: 'Claude Code with reviewers',
      agents: [
        {
          slot: 'A',
          name: 'Builder',
          backend: { type: 'claude_code', model: 'claude-sonnet-5-5' },
          systemMessage: 'Two reviewers read your work while it goes on. Take up what their notes get right.',
          contextSharing: { include: ['answers', 'notes'] },
        },
        {
          slot: 'B',
          name: 'GPT',
          backend: { type: 'openai', model: 'gpt-6.1-sol' },
          systemMessage: REVIEWER,
          contextSharing: { from: ['A'] },
        },
        {
          slot: 'C',
          name: 'Gemini',
          backend: { type: 'gemini', model: 'gemini-3.8-flash' },
          systemMessage: REVIEWER,
          contextSharing: { from: ['A'] },
        },
      ],
      coordination: {
        contextSharing: {
          enabled: true,
          include: ['answers', 'tools', 'files', 'notes', 'plan'],
          maxTokensPerPeer: 16_000,
        },
      },
    },
  },
  {
    id: 'local-reviewed',
    description:
      'A model on your machine does the work; Claude reads it and says in notes what is wrong. Small shares for a small window.',
    needs: 'LM Studio with LMSTUDIO_BASE_URL, and an Anthropic key.',
    definition: {
      name: 'Local with a strong reviewer',
      agents: [
        {
          slot: 'A',
          name: 'Local',
          backend: { type: 'lmstudio', model: 'openai/gpt-oss-20b' },
          contextSharing: { include: ['answers', 'notes'], relevance: 'topic' },
        },
        {
          slot: 'B',
          name: 'Reviewer',
          backend: { type: 'claude', model: 'claude-sonnet-5-5' },
          systemMessage: REVIEWER,
          contextSharing: { include: ['answers', 'tools', 'notes', 'messages'] },
        },
      ],
      coordination: { contextSharing: { enabled: true, maxTokensPerPeer: 2_000, maxTokensTotal: 4_000 } },
    },
  },
];
