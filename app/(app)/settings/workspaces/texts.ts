import { plural } from '@/lib/browser/ui/format';

const ROLES = { owner: 'Owner', admin: 'Administrator', member: 'Member', viewer: 'Viewer' };

/** Headings of the page of a workspace. */
export const texts = {
  title: 'Workspace',
  personal: 'Personal',
  personalNote: 'Yours alone',
  note: (role: keyof typeof ROLES, members: number) => `${ROLES[role]} · ${plural(members, 'member')}`,
  name: 'Name',
  members: 'Members',
  invites: 'Invites',
  invitesText:
    'A link makes whoever opens it a member. It lasts seven days and is for one person, unless you say otherwise.',
  spending: 'Spending this month',
  keys: 'Provider keys',
  keysText: 'Members’ runs use them; nobody can read them.',
  policy: 'Policy',
  policyText: 'It holds for everybody in this workspace, from the next request on.',
  insights: 'Insights',
  insightsText: 'What the runs of the last 30 days say of agents and teams, whoever asked.',
  links: 'Links',
  linksText:
    'To what is published here. A link of somebody who has left opens for nobody until an administrator takes it over.',
  audit: 'Audit log',
  auditText: 'Who did what, when and from where. It can only be added to. Times are UTC.',
  end: 'Leave or end',
};
