import { listWords, plural } from '@/lib/browser/ui/format';

/** What the transcript of a conversation says. */
export const texts = {
  importedAnswer: 'Imported answer',
  importedFrom: (program: string, model: string | null) => `Imported from ${program}${model ? ` · ${model}` : ''}`,
  programs: { massgen: 'MassGen', chatgpt: 'ChatGPT', claude: 'Claude' },
  noImportedAnswer: 'The file has no answer to this question.',
  branches: {
    question: {
      title: 'Branches with a different question',
      previous: 'Show the previous question',
      next: 'Show the next question',
    },
    answer: {
      title: 'Branches with a different answer',
      previous: 'Show the previous answer',
      next: 'Show the next answer',
    },
  },
  branchOf: (shown: number, all: number) => `Branch ${shown} of ${all}`,
  copy: 'Copy',
  copyQuestion: 'Copy the question',
  editQuestion: 'Edit the question',
  editedQuestion: 'Edited question',
  editNote: 'The question before stays: it is asked in a new branch.',
  editNoteWithFiles: (files: string[]) =>
    `The question before stays: it is asked in a new branch, with ${listWords(files)}.`,
  cancel: 'Cancel',
  sendEdited: 'Send',
  askAgain: 'Ask again',
  askAnotherTeam: 'Ask another team',
  askAgainNote: 'Ask this question again; the answer stands beside this one',
  branch: 'Branch from here',
  branchNote: 'Go back to this answer; the next question starts a new branch behind it',
  onward: 'This conversation continues after this answer. Your next question starts a new branch here.',
  showOnward: 'Show what follows',
  continuedAnswer: 'Answer this branch continues from',
  continuedFrom: (context: string) => `Continued from ${context}’s context`,
  noAnswerYet: (slot: string) => `${slot} had not published an answer yet. The next turn starts from its work.`,
  /** Without a cost no price is known. */
  total: (turns: number, tokens: string, cost: string | null) =>
    `${plural(turns, 'turn')} · ${tokens} tokens · ${cost ?? 'price unknown'}`,
  totalShared: (tokens: string) => ` · ${tokens} tokens shared between agents`,
  loadingRest: 'Loading the rest…',
  showRest: 'Show the rest',
  cut: (characters: string) => `Only the beginning is shown. The whole text has ${characters} characters.`,
  loadingEarlier: 'Loading earlier questions…',
  showEarlier: 'Show earlier questions',
  jumpToLatest: 'Jump to the latest',
  attachedFiles: 'Attached files',
  save: 'Save',
  open: (file: string) => `Open ${file}`,
  saveFile: (file: string) => `Save ${file}`,
  you: 'You',
};
