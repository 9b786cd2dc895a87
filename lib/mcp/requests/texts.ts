/** Why a server gets no reply to what it asks, for the server and for people. */
export const texts = {
  severalCalls: 'Several calls are under way, and it is not known which of them asks.',
  nobody: 'Nobody is asked outside of a run.',
  notText: 'Only text is taken here.',
  noTools: 'Tools are not offered here.',
  tooLarge: 'This is more than a person is asked at once.',
  badAddress: 'A person is sent to https addresses only.',
  addressDeclined: 'The person has not opened the page that it asks for.',
  wantedToAsk: (message: string) =>
    `It wanted to ask a person: “${message}” Outside of a run nobody is asked, so it was declined.`,
  wantedModel: 'It wanted to ask a model. Outside of a run none is asked, so it was refused.',
};
