import { expect, test } from 'vitest';
import type { OauthClient } from './mcp-server';
import { givenOauth, oauthDraft } from './oauth-draft';

const STORED: OauthClient<true> = {
  clientId: 'massgen',
  issuer: 'https://auth.example.com',
  grant: 'clientCredentials',
  privateKey: { secret: true },
  algorithm: 'ES256',
};

test('what is not edited stays, its secret too', () => {
  expect(givenOauth(oauthDraft(STORED), STORED)).toEqual(STORED);
});

test('a secret takes the place of what was stored, and no client is no registration', () => {
  const draft = oauthDraft(STORED);
  expect(givenOauth({ ...draft, secret: 's', isMachine: false }, STORED)).toEqual({
    ...{ clientId: 'massgen', issuer: 'https://auth.example.com', grant: 'authorizationCode' },
    clientSecret: { secret: 's' },
  });
  expect(givenOauth({ ...draft, secret: '' }, STORED)).not.toHaveProperty('privateKey');
  expect(givenOauth({ ...draft, clientId: ' ' }, STORED)).toBeUndefined();
  expect(givenOauth(oauthDraft(undefined), undefined)).toBeUndefined();
});
