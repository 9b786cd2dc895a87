import { send } from './api';

/** Makes the owner of a new instance. Throws ApiError, with `fields` for what is not valid. */
export function createOwner(owner: {
  name: string;
  email: string;
  password: string;
  token?: string;
}): Promise<unknown> {
  return send('POST', '/api/setup', owner);
}
