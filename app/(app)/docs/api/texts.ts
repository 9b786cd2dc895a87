/** What the page of the REST API says around the operations, which describe themselves. */
export const texts = {
  title: 'REST API',
  text: 'Send an API key from the settings as “Authorization: Bearer …”. Errors are {error: {code, message, hint?, fields?}}.',
  document: 'OpenAPI document',
  query: 'Query',
  body: 'Body',
  statuses: { 200: 'OK', 201: 'created', 202: 'accepted', 204: 'no content' },
  answer: (status: number) => `Answer ${status}`,
  json: (type: string) => `application/json: ${type}`,
  needsNoKey: 'Needs no key.',
  standard: (value: string) => `Default: ${value}.`,
  listOf: (type: string) => `list of ${type}`,
  anything: 'anything',
};
