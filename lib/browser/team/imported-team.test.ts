import { describe, expect, it } from 'vitest';
import { type SecretSlot, withSlotsFilled } from './imported-team';

const slot = (name: string) => `\${${name}}`;
const team = {
  name: 'T',
  agents: [
    {
      backend: { type: 'demo' },
      systemMessage: `Report to ${slot('TEAM')} and ${slot('TEAM')}, not ${slot('OTHER')}.`,
    },
    { backend: { type: 'claude', baseUrl: slot('URL:-http://x'), params: { stop: [slot('STOP')] } } },
  ],
};
const secrets: SecretSlot[] = [
  { key: 'agents[0].system_message', name: 'TEAM', in: 'agents[0].systemMessage' },
  { key: 'agents[0].system_message', name: 'OTHER', in: 'agents[0].systemMessage' },
  { key: 'agents[1].backend.base_url', name: 'URL', in: 'agents[1].backend.baseUrl' },
  { key: 'agents[1].backend.stop[0]', name: 'STOP', in: 'agents[1].backend.params.stop[0]' },
  { key: 'agents[1].backend.api_key', name: 'KEY', in: null },
];

describe('withSlotsFilled', () => {
  it('puts values where their slots stand, and only there', () => {
    const values = new Map([
      ['TEAM', 'the $& board'],
      ['URL', 'https://models.example.com'],
      ['STOP', 'END'],
      ['KEY', 'sk-never-in-a-team'],
      ['OTHER', ''],
    ]);
    const filled = withSlotsFilled(team, secrets, values);
    expect(filled.agents[0]?.systemMessage).toBe(`Report to the $& board and the $& board, not ${slot('OTHER')}.`);
    expect(filled.agents[1]?.backend).toEqual({
      type: 'claude',
      baseUrl: 'https://models.example.com',
      params: { stop: ['END'] },
    });
    expect(JSON.stringify(filled)).not.toContain('sk-never');
    expect(team.agents[1]?.backend.baseUrl).toContain('URL');
  });

  it('leaves a team without values as it is', () => {
    expect(withSlotsFilled(team, secrets, new Map())).toEqual(team);
  });
});
