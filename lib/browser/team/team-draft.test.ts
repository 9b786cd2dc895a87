import { describe, expect, it } from 'vitest';
import { withKey } from './team-draft';

describe('a team in the editor', () => {
  it('keeps what the editor does not show, such as how the team decides, whatever else is changed', () => {
    const hidden = {
      decision: 'evidence',
      depth: 'auto',
      ballots: 'never',
      judge: { backend: { type: 'openai', model: 'm' } },
    };
    const changed = withKey(withKey({ ...hidden, voteRule: 'human' }, 'novelty', 'strict'), 'voteRule', '');
    expect(changed).toEqual({ ...hidden, novelty: 'strict' });
  });
});
