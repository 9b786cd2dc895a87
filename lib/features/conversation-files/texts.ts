/** What files of conversations say, and why one was not taken. */
export const texts = {
  question: (number: number) => `Question ${number}`,
  answer: 'Answer',
  noQuestion: 'No question.',
  noAnswer: 'No answer.',
  simulated: 'A simulation: no language model was asked.',
  attached: 'Attached',
  howDecided: 'How it was decided',
  winner: (answerId: string, rule: string) => `Winner: ${answerId} (${rule})`,
  voter: 'Agent',
  vote: 'Vote',
  reason: 'Reason',
  void: 'void',
  abstained: 'abstained',
  answers: 'Answers',
  toolCalls: 'Tool calls',
  failed: 'failed',
  otherBranches: (messages: number) =>
    messages === 1
      ? '1 message in another branch is not shown.'
      : `${messages} messages in other branches are not shown.`,
  untitled: 'Imported conversation',
  emptyFile: 'The file is empty.',
  notReadable: 'The file is no export of this app, ChatGPT or Claude.',
  notReadableHint: 'Give a .json file of one of them, or the .zip that ChatGPT or Claude sent.',
  damagedZip: 'The .zip file is damaged, or of a kind that is not read.',
  nothingInZip: 'The .zip file has no conversations in it.',
  tooLarge: (most: number) => `Unpacked, the file would be larger than ${most} MB.`,
  tooPacked: (most: number) => `The file is packed more than ${most} times; such files are not opened.`,
  tooDeep: (most: number) => `The file is nested deeper than ${most} levels.`,
  tooManyMessages: (most: number) => `The file has more than ${most} messages.`,
  badPath: (name: string) => `The .zip file has an entry with a path that is not taken: ${name}`,
  noParent: (id: string) => `The message ${id} stands before the one that it follows, or that one is missing.`,
  twice: (id: string) => `The id ${id} stands in it twice.`,
  noSuchReference: (id: string) => `It refers to ${id}, which is not in the file.`,
  gapInLog: (runId: string, seq: number) => `The log of ${runId} has no event ${seq} where it should be.`,
  wrongRunId: (runId: string) => `The log of ${runId} has an event of another run.`,
  unended: (runId: string) => `The log of ${runId} does not end.`,
  wrongContent: (hash: string) => `The content of ${hash} is not what its name says.`,
  foreignContent: (hash: string) => `It names content that is not in it: ${hash}`,
  failedConversation: (number: number, because: string) => `Conversation ${number} was left out: ${because}`,
  known: (count: number) =>
    count === 1 ? '1 conversation was here already.' : `${count} conversations were here already.`,
  grown: (count: number) =>
    count === 1
      ? '1 conversation was here already and got new messages.'
      : `${count} conversations were here already and got new messages.`,
  filesLeftOut: (count: number) =>
    count === 1
      ? '1 picture or file is not in the export and was left out.'
      : `${count} pictures or files are not in the export and were left out.`,
  cannotWrite: 'You cannot write in this workspace.',
  interrupted: 'The server stopped while the file was taken in. Import it again: nothing is made twice.',
  noSuchImport: 'There is no such import.',
  failedInside: 'Something went wrong on the server. What was taken in is kept; import the file again for the rest.',
};
