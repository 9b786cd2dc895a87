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
  titlesByModel: 'A model of the team writes titles and summaries',
  titlesByModelText:
    'After the first answer, its cheapest model is shown the question and the answer once more. What that costs is counted under Usage. Off: the title is the question’s first line, the summary the answer’s. What you have written yourself is never replaced.',
  retention: 'Delete conversations that I have not used for',
  retentionHint: 'Days. Empty: they stay until you delete them.',
  preview: (conversations: number, kept: number) => {
    const goes =
      conversations === 0
        ? 'No conversation is that old now.'
        : `${plural(conversations, 'conversation')} would be deleted within the hour.`;
    const stays = kept === 0 ? '' : ` ${kept} more would stay: pinned, published or shared by a link.`;
    return goes + stays;
  },
  saveRetention: 'Save',
  retentionTitle: (conversations: number) => `Delete ${plural(conversations, 'conversation')} now?`,
  retentionText: (days: number) =>
    `They have not been used for ${plural(days, 'day')}, and will be deleted permanently within the hour; later ones as they get that old.`,
  kept: 'Saved.',
  keptForever: 'Conversations are kept until you delete them.',
  stillRunning: 'The import goes on if you leave this page.',
};
