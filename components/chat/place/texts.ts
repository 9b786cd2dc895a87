/** What is said of where a conversation lives. */
export const texts = {
  personal: 'Personal',
  where: (workspace: string, isShown: boolean) => `${workspace} · ${isShown ? 'published' : 'private'}`,
  change: 'Where this conversation lives and who sees it',
  publish: (workspace: string) => `Publish to ${workspace}`,
  publishNote: 'Its members can read it; whoever may write can also ask and steer',
  published: (workspace: string) => `Published to ${workspace}.`,
  hide: 'Make private',
  hideNote: 'Only you see it then; links to it stay as they are',
  hidden: 'Only you see it now.',
  move: (workspace: string) => `Move to ${workspace}`,
  moveNote: 'Private there until it is published',
  moveHomeNote: 'Only you see it there',
  moved: (workspace: string) => `Moved to ${workspace}. It is private there.`,
};
