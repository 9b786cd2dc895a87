/** What is said of an application that is registered by hand. */
export const texts = {
  title: 'OAuth client',
  text: 'Only where the server’s authorization server registers nobody by itself: what you have registered for this application there. Leave the client ID empty otherwise.',
  clientId: 'Client ID',
  secret: 'Client secret',
  secretHint: 'Optional. Stored encrypted, and sent to the issuer alone.',
  keptSecret: 'stored, not shown',
  issuer: 'Issuer',
  issuerHint: 'The authorization server. Needed with a secret.',
  issuerExample: 'https://auth.example.com',
  scope: 'Scope',
  scopeHint: 'Optional. What the server asks for otherwise.',
  machine: 'Without a person',
  machineText:
    'The application signs in with its secret (client credentials). Everybody who may use the server uses it as this client.',
};
