/** What is said of folders of the server’s machine that a program is given. */
export const texts = {
  title: 'Folders of this server’s machine',
  text: 'The program sees none unless you give it one. It finds each at the same path; name it in the command where the program wants to know of it.',
  path: (place: number) => `Path of folder ${place}`,
  example: '/srv/notes',
  writable: 'May change it',
  remove: (path: string) => `Take ${path || 'the folder'} away`,
  add: 'Add folder',
  readsWarning:
    'Whoever may use this server can have every file in there read, and models get to see it. A program that may reach the network can send it away.',
  writesWarning:
    'Whoever may use this server can have every file in there read, changed and deleted, also by a model that is mistaken. There is no undo and no limit on size. Keep a copy of what matters.',
};
