import { listWords, plural } from '@/lib/browser/ui/format';

/** What is said of the events of a run, in an agent's card and on the timeline. */
export const texts = {
  readAnswers: 'read the answers',
  wroteNote: 'wrote a note',
  parts: {
    answers: 'answers',
    tools: 'tool calls',
    files: 'files',
    notes: 'notes',
    plan: 'plan',
    messages: 'messages',
    all: 'work',
  },
  /** `null` = of whom is not known. */
  readPart: (slot: string | null, part: string) => `read ${slot === null ? 'another agent’s' : `${slot}’s`} ${part}`,
  readFile: (slot: string | null, path: string | null) =>
    path === null
      ? `read a file of ${slot ?? 'another agent'}`
      : `read ${slot === null ? 'another agent’s' : `${slot}’s`} file ${path}`,
  wroteNoteTo: (to: string[]) => `wrote a note to ${listWords(to)}`,
  windowFrom: {
    agent: 'as set in the team',
    server: 'as its server says',
    refusal: 'as its server said when it refused a longer request',
    catalogue: 'as listed in the catalogue',
    default: 'a cautious guess, since no better figure is known; you can set it in the team',
  },
  window: (tokens: string, from: string) => `The window has ${tokens} tokens, ${from}.`,
  summarised: (turns: number) =>
    `${turns === 1 ? 'Turn 1 was' : `Turns 1–${turns} were`} summarised to fit this model’s window.`,
  leftOut: (what: string, characters: string) => `${what} was left out (${characters} characters).`,
  shortened: (what: string, kept: string, of: string) => `${what} was shortened to ${kept} of its ${of} characters.`,
  moreShortened: (count: number) => `${count} more ${count === 1 ? 'text was' : 'texts were'} shortened.`,
  fileNotRead: (status: number) => `The file cannot be read (${status}).`,
  simulation: 'the simulation',
  published: (slot: string, answerId: string) => `${slot} published ${answerId}`,
  failsCheck: (answerId: string) => `${answerId} fails a check`,
  looksAgain: (because: string) => `Looks again because ${because}`,
  reads: (answerIds: string[]) => `Reads ${listWords(answerIds)}`,
  askedAgain: (attempt: number, because: string) => `Asked again (attempt ${attempt}): ${because}`,
  askedDifferently: (because: string) => `Asked in a different way: ${because}`,
  call: (slot: string, phase: string) => `${slot}: ${phase}`,
  tool: (slot: string, tool: string) => `${slot}: ${tool}`,
  voted: (slot: string, answerId: string | null) => (answerId ? `${slot} voted for ${answerId}` : `${slot} abstained`),
  voided: (slot: string, answerId: string | null, because: string) =>
    `${slot}’s vote for ${answerId ?? 'nobody'} became void: ${because}`,
  sharedTokens: (what: string, tokens: string) => `${what} (${tokens})`,
  notes: (count: number) => plural(count, 'note'),
  read: (slot: string, what: string[]) => `${slot} read ${listWords(what)}`,
  note: (slot: string, to: string[] | null | undefined, text: string) =>
    `${slot} to ${to ? listWords(to) : 'all'}: ${text}`,
  worksWithout: (server: string, because: string) => `Works without ${server}: ${because}`,
  contextMissing: (slot: string, because: string) => `${slot}’s context is missing: ${because}`,
  failed: (slot: string, because: string) => `${slot} failed: ${because}`,
  switched: (slot: string, to: string, from: string) => `${slot} continued with ${to} instead of ${from}`,
  droppedOut: (slot: string, because: string) => `${slot} no longer takes part: ${because}`,
  readmitted: (slot: string) => `${slot} was asked again`,
  stopped: (slot: string, by: string | null) => (by ? `${by} stopped ${slot}` : `${slot} was stopped`),
  /** Beside the mark. */
  finalMark: 'final',
  presents: (slot: string) => `${slot} started to write the final answer`,
  steered: (by: string | null, slot: string | undefined | null, text: string) =>
    `${by ?? 'You'} to ${slot ?? 'all'}: ${text}`,
  bound: (bound: string) => `Limit reached: ${bound}`,
  replies: {
    new_answer: 'Its answer',
    abstain: 'Its vote',
    keep_answer: 'Keeping its answer',
    report_pairs: 'Its comparison',
    score_answers: 'Its scores',
    report_check: 'Its criticism',
    choose_answer: 'Its verdict',
  },
  otherReply: 'Its reply',
  refused: (what: string, because: string) => `${what} was refused: ${because}`,
  keepsAnswer: 'Keeps its answer',
  scored: (scores: string[]) => `Scored ${scores.length > 0 ? listWords(scores) : 'the answers'}`,
  checkedAnswer: 'Checked an answer',
  judged: 'Judged the answers',
  compared: 'Compared the answers',
  ballot: (slot: string, scores: string[]) =>
    scores.length > 0 ? `${slot} scored ${listWords(scores)}` : `${slot} gave no scores`,
  checked: (answerId: string, check: string, outcome: 'pass' | 'fail' | 'none') =>
    `${answerId} ${outcome === 'pass' ? 'passed' : outcome === 'fail' ? 'failed' : 'got no result from'} “${check}”`,
  verdict: (answerId: string | null) => (answerId ? `The judge chose ${answerId}` : 'The judge could not decide'),
};
