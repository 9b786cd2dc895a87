import { plural } from '@/lib/browser/ui/format';
import type { AttachmentKind } from '@/lib/protocol/attachment';

const KINDS: Record<AttachmentKind, string> = { image: 'Images', document: 'PDFs', text: 'Text files' };

/** What the browser says of attachments and of changes to conversations. */
export const texts = {
  importFailed: 'The file could not be imported.',
  importBroke: 'The connection broke while the file was sent. Send it again: nothing is made twice.',
  emptyFile: 'The file is empty.',
  wrongKind: 'Only PNG, JPEG, GIF and WebP images, PDFs and text can be attached.',
  tooLarge: (kind: AttachmentKind, most: string, size: string) =>
    `${KINDS[kind]} can be at most ${most}; this one is ${size === most ? 'a little larger' : size}.`,
  tooMany: (most: number) => `A message can have at most ${most} files.`,
  tooLargeTogether: (most: string, size: string) =>
    `The files of a message can be at most ${most} together; with this one they would be ${size}.`,
  attached: (files: number) => `Attached ${plural(files, 'file')}`,
  removed: (file: string) => `Removed ${file}`,
  archived: 'Archived.',
  undo: 'Undo',
  restored: 'Restored.',
  finished: (title: string) => `“${title}” has an answer.`,
  open: 'Open',
  answered: 'The team has answered.',
  finishedAway: 'A team has answered while you were away.',
  notifyMe: 'Notify me next time',
};
