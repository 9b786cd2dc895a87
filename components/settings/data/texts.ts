import { plural } from '@/lib/browser/ui/format';

/** What the settings say of importing, exporting and deleting. */
export const texts = {
  chooseFile: 'Choose a file',
  file: 'File of conversations',
  uploading: (share: number) => `Sending… ${Math.floor(share * 100)} %`,
  reading: 'Reading the file…',
  progress: (done: number, total: number) => `${done} of ${plural(total, 'conversation')}`,
  imported: (count: number) => `${plural(count, 'conversation')} imported.`,
  nothing: 'The file has no conversations.',
  open: 'Open the newest',
  stillRunning: 'The import goes on if you leave this page.',
};
