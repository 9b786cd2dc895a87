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
  deleteAll: 'Delete all conversations',
  deleteAllTitle: 'Delete all your conversations?',
  deleteAllText:
    'All your conversations, also archived ones and those you have published, will be deleted permanently.',
  deleted: 'All your conversations have been deleted.',
  deleteAccount: 'Delete account',
  deleteAccountTitle: 'Delete your account?',
  deleteAccountText:
    'Your account and everything private will be deleted permanently. What you have published in a workspace passes to one of its owners.',
  password: 'Password',
  passwordHint: 'To be sure that it is you.',
  cancel: 'Cancel',
  stillRunning: 'The import goes on if you leave this page.',
};
