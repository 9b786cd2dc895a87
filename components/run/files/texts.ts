import { plural } from '@/lib/browser/ui/format';

/** What the Files tab of a run says. */
export const texts = {
  filesOf: (slot: string) => `Files of ${slot}`,
  statuses: { same: '', added: 'added', changed: 'changed', deleted: 'deleted' },
  listCut: 'Only the first 2,000 files are listed.',
  /** One sentence with two names in the type of code. */
  notListed: { git: '.git', and: 'and', modules: 'node_modules', after: 'are not listed.' },
  whatToShow: 'What to show',
  changesTitle: 'Changes since the start of the turn',
  changes: 'Changes',
  download: 'Download',
  link: 'This is a link. Links are not followed.',
  binary: 'This is a binary file. Download it to open it.',
  empty: 'The file is empty.',
  text: 'Text',
  downloadFile: (path: string) => `Download ${path}`,
  tooLarge: (most: string) => `Files larger than ${most} are not shown. Download the file to read it.`,
  noneYet: 'No agent has started working in its folder yet.',
  whoseFiles: 'Whose files',
  downloadAll: 'Download all',
  files: (files: number) => plural(files, 'file'),
  downloadAllTitle: (slot: string) => `All listed files of ${slot} as a .zip, without links`,
  downloadAllOf: (slot: string) => `Download all files of ${slot}`,
  emptyFolder: (slot: string) => `The folder of ${slot} is empty. Files appear here as the agent writes them.`,
};
