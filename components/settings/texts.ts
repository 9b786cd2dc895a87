import { plural } from '@/lib/browser/ui/format';

const SCOPES = { read: 'Read', run: 'Read, ask and control runs', manage: 'Everything that you may' };

interface ApiKeyWords {
  prefix: string;
  scope: keyof typeof SCOPES;
  madeBy: string | null;
  created: string;
  used: string | null;
  until: string | null;
}

/** What the settings say. */
export const texts = {
  /** Tells the buttons of the rows apart: `Revoke Nightly job`. */
  rowAction: (action: string, what: string) => `${action} ${what}`,
  revoke: 'Revoke',
  copyNow: 'Copy this key now. It will not be shown again.',
  copyKey: 'Copy key',
  apiKeyName: 'Name of the new key',
  apiKeyPlaceholder: 'What will use it',
  createKey: 'Create key',
  apiKeyNote: ({ prefix, scope, madeBy, created, used, until }: ApiKeyWords) =>
    [
      `${prefix}…`,
      SCOPES[scope],
      `created ${created}${madeBy === null ? '' : ` by ${madeBy}`}`,
      used === null ? 'never used' : `last used ${used}`,
      ...(until === null ? [] : [`until ${until}`]),
    ].join(' · '),
  apiKeyScope: 'What it may',
  scopes: SCOPES,
  apiKeyUntil: 'Works until',
  apiKeyUntilHint: 'Empty = until you revoke it.',
  apiKeyRevoked: (name: string) => `“${name}” no longer works.`,
  checkedAgain: 'Checked again',
  backends: 'Backends',
  noBackends: 'The server did not say which backends it has. Check again in a moment.',
  checking: 'Checking…',
  checkAgain: 'Check again',
  checkedAt: (time: string) => `Checked at ${time}, without using any tokens.`,
  makeTeam: 'Create a team with these models',
  latency: (ms: number) => `${ms} ms`,
  setUp: (backend: string) => `Set up ${backend}`,
  canAnswer: (backend: string) => `${backend} can answer.`,
  models: (count: number) => plural(count, 'model'),
  knownModels: (count: number) => `${plural(count, 'model')} known`,
  modelsTitle: 'Models',
  model: 'Model',
  abilities: 'Abilities',
  contextWindow: 'Context',
  prices: 'USD per million tokens, in / out',
  notKnown: 'not known',
  can: {
    text: 'text',
    images: 'images',
    documents: 'documents',
    reasoning: 'reasoning',
    tools: 'tools',
    noTools: 'no tools',
  },
  free: 'free',
  price: (input: number, output: number, asOf: string) => `${input} / ${output}, ${asOf}`,
  passwordChanged: 'Your password has been changed. Your other browsers are signed out.',
  currentPassword: 'Current password',
  newPassword: 'New password',
  passwordHint: 'At least 8 characters.',
  changePassword: 'Change password',
  nameSaved: 'Your name has been saved.',
  name: 'Name',
  saveName: 'Save name',
  signedInAs: (email: string) => `Signed in as ${email}`,
  keyStored: 'The key has been stored, encrypted.',
  addressStored: 'The address has been stored.',
  keyRemoved: 'The key has been removed.',
  remove: 'Remove',
  provider: 'Provider',
  choose: 'Choose',
  key: 'Key',
  keyOptional: 'Leave it empty if the server at the base URL needs no key.',
  baseUrl: 'Base URL',
  baseUrlHint: 'Leave it empty to use the provider’s own.',
  storeKey: 'Store key',
  keyHint: (end: string) => `ends in ${end}`,
  forWorkspace: 'for the workspace',
  baseUrlExample: 'https://…/v1',
  thisBrowser: 'This browser',
  signedOut: 'That browser is signed out.',
  signOut: 'Sign out',
  othersSignedOut: 'All other browsers are signed out.',
  signOutElsewhere: 'Sign out everywhere else',
  lastSeen: (when: string) => `Last seen ${when}`,
  singleKeys: 'Single-key shortcuts',
  singleKeysText:
    'Letters and digits such as n, g v or 1 work outside text fields. When this is off, only keys such as Enter, Esc, Tab and the arrows work.',
  system: 'System',
  light: 'Light',
  dark: 'Dark',
  theme: 'Theme',
  addressTrusted: 'Model requests can go to this address now.',
  trustMeaning:
    'If you trust an address, this server sends model requests, including questions and answers, to exactly that address. Nothing else is sent there: no MCP, no sign-in, no webhook, and no key that belongs elsewhere. The change takes effect immediately.',
  forEverybody: 'for everyone on this instance',
  forYou: 'for you only',
  address: 'Address',
  addressHint: 'Scheme, host and port. Anything after them is ignored.',
  forMembers:
    'Members can use it too. Anyone who can start a run here can then send requests to this address from the server.',
  trustAddress: 'Trust address',
  notTrusted: (address: string) => `${address} is no longer trusted.`,
  addressExample: 'http://127.0.0.1:1234',
};
