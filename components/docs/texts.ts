/** What the page of the REST API says about its operations. */
export const texts = {
  partOf: (part: string, method: string, path: string) => `${part} of ${method} ${path}`,
  oneOf: 'one of',
  optional: 'optional',
};
