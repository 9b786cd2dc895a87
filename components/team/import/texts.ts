import { plural } from '@/lib/browser/ui/format';

/** What the import of a team says. */
export const texts = {
  preview: 'What was read',
  toChange: 'Change this in the editor',
  toChangeText: 'You can save the team once these are fixed.',
  notKeptText: 'The paths are those in your file. Everything else is in the team.',
  allKept: 'Everything in this text is in the team.',
  back: 'Back to the text',
  openInEditor: 'Open in the editor',
  unnamedTeam: 'Team',
  readMassgen: (agents: number) => `A MassGen configuration with ${plural(agents, 'agent')}. Nothing is saved yet.`,
  readTeam: (agents: number) => `A team from this application with ${plural(agents, 'agent')}. Nothing is saved yet.`,
  agent: (slot: string) => `Agent ${slot}`,
  notKept: (count: number) => `Not kept, or changed: ${count}`,
  notValid: 'This is not a valid team yet. Nothing was imported.',
  configuration: 'Configuration',
  configurationHint: 'YAML or JSON: a team exported from here, or any MassGen configuration.',
  file: 'File to import',
  chooseFile: 'Choose a file',
  orDrop: 'or drop one anywhere on this page',
  read: 'Read',
  secretSlots: 'Names to fill in',
  secretSlotsText:
    'The text leaves these open. Nothing was looked up on the server. Names that you leave empty stay as they are written.',
  usedIn: (paths: string[]) => `In ${paths.join(', ')}`,
  /** One sentence around a link. */
  isKey: { before: (name: string) => `${name} is a key: store it under`, link: 'Settings → Models', after: '.' },
  belongsToNothing: (name: string) => `${name} belongs to something that was not kept.`,
  /** In place of a path, of a fault of the whole. */
  wholeText: 'text',
};
