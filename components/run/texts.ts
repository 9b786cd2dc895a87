import { plural } from '@/lib/browser/ui/format';
import type { RunStatus } from '@/lib/protocol/state';

/** What a run says before it is opened: status, final answer, what it needs from a person. */
export const texts = {
  teamRun: 'Team run',
  refused: 'This page can no longer follow the run. Sign in again, then reload. The run continues meanwhile.',
  noAnswer: 'The team could not answer.',
  checkTeam: 'Mend what is named above (keys are under Settings, models in the team), then ask again.',
  askAgain: 'Ask again',
  openModels: 'Open models and keys',
  openTeams: 'Open teams',
  answersKept: 'All published answers are kept below.',
  messageKept: 'Your message is kept.',
  needsYou: 'Needs you',
  /** A server’s question that went with the process. */
  questionLost: (server: string, tool: string) =>
    `${server} asked something while its tool ${tool} ran, but the application was restarted before anyone answered. It cannot be answered any more.`,
  questionLostOutcome: (tool: string, slot: string) =>
    `Whether ${tool} has taken effect is unknown, so it is not run again. Agent ${slot} has been told and goes on.`,
  questionLostAgain: (slot: string) => `The tool only reads, so agent ${slot} simply asks again if it needs to.`,
  chooseAtEnd: 'The agents have finished. Choose the winning answer.',
  chooseNow: 'In this team you decide. Choose now, or wait for the other agents.',
  choose: (answerId: string) => `Choose ${answerId}`,
  answers: (all: number, revised: number) => plural(all, 'answer') + (revised > 0 ? `, ${revised} revised` : ''),
  votes: (votes: number) => plural(votes, 'vote'),
  votesSoFar: (votes: number, voters: number) => `${votes} of ${plural(voters, 'vote')}`,
  tokens: (tokens: string) => `${tokens} tokens`,
  priceUnknown: 'price unknown',
  /** `partly` = the price of a part is not known. */
  cost: (cost: string, partly: boolean) => (partly ? `${cost} + unknown` : cost),
  limitReachedTitle:
    'No further model requests were made. All published answers are kept. The Cost tab has the figures.',
  tokenLimit: 'Token limit reached',
  costLimit: 'Cost limit reached',
  reconnectingTitle: 'The run continues on the server. This page catches up as soon as the server can be reached.',
  reconnecting: 'Reconnecting…',
  simulationTitle:
    'The demo backend works on your text without a language model. For real agents, add a provider key in Settings.',
  simulation: 'Simulation',
  answerNowTitle: 'Write the final answer from the answers so far',
  answerNow: 'Answer now',
  stopTitle: 'Stop the whole run (press Esc twice in an empty message box)',
  stop: 'Stop',
  agents: 'Agents',
  /** `null` where what is shown says it. */
  statuses: {
    queued: 'Queued',
    running: null,
    finished: null,
    stopped: 'Stopped',
    failed: 'Failed',
  } satisfies Record<RunStatus, string | null>,
  cutOff: 'This answer was cut off.',
  finalAnswer: 'Final answer',
  provisionalAnswer: 'Provisional answer',
  bestSoFar: 'Best answer so far',
  copy: 'Copy',
  waits: 'Waiting: this run starts when an earlier one has finished.',
  answer: 'Answer',
  firstAnswers: 'The agents are writing their first answers.',
  working: 'Working on the answer.',
  bestWhenStopped: (answerId: string) => `${answerId}, the best answer when the run was stopped`,
  /** `B.2, 3 of 4 votes, as published`. */
  provenance: (answerId: string, won: string, presented: boolean) =>
    [answerId, won, presented ? '' : 'as published'].filter(Boolean).join(', '),
  provisional: (answerId: string) => `Provisional · ${answerId}`,
  nothingPublished: 'The run was stopped before any agent published an answer. You can ask again at any time.',
  answerSoFar: 'The answer so far',
  howDecided: 'How it was decided',
  won: (answerId: string, how: string) => `${answerId}, ${how}`,
  logRefused: 'The log of this run can no longer be read. Sign in again, then reload.',
};
