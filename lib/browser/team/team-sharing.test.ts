import { describe, expect, it } from 'vitest';
import type { TeamDraft } from './team-draft';
import { DEFAULT_INCLUDE, peersOf, sharingOf, withChoice, withSharing, withSharingAgain } from './team-sharing';

const plain: TeamDraft = { name: 'T', agents: [{ slot: 'A', backend: { type: 'demo' } }] };
const sharing: TeamDraft = {
  name: 'T',
  agents: [
    { slot: 'A', backend: { type: 'demo' }, contextSharing: { share: false } },
    { slot: 'B', backend: { type: 'demo' } },
  ],
  coordination: { contextSharing: { enabled: true, maxTokensPerPeer: 500 } },
};

describe('sharing of a team draft', () => {
  it('leaves no trace when it is off', () => {
    expect(withSharing(withSharing(plain, { enabled: true }), null)).toEqual(plain);
    expect(withSharing(sharing, null)).toEqual({
      name: 'T',
      agents: [
        { slot: 'A', backend: { type: 'demo' } },
        { slot: 'B', backend: { type: 'demo' } },
      ],
    });
  });

  it('comes back as it was before it was put off', () => {
    expect(withSharingAgain(withSharing(sharing, null), sharing)).toEqual(sharing);
    expect(sharingOf(withSharingAgain(plain, null))).toEqual({ enabled: true });
  });

  it('is off for a team that says so', () => {
    expect(sharingOf({ ...plain, coordination: { contextSharing: { enabled: false } } })).toBeNull();
  });

  it('names the others', () => {
    expect(peersOf(sharing, 0)).toEqual(['B']);
  });

  it('says nothing of a choice that is the default', () => {
    const all = [...DEFAULT_INCLUDE, 'plan'];
    expect(withChoice(all, DEFAULT_INCLUDE, 'plan', true, DEFAULT_INCLUDE)).toEqual(all);
    expect(withChoice(all, all, 'plan', false, DEFAULT_INCLUDE)).toBeUndefined();
    expect(withChoice(all, DEFAULT_INCLUDE, 'notes', false, DEFAULT_INCLUDE)).toEqual(['answers', 'tools', 'files']);
  });
});
