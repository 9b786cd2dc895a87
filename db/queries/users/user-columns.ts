import { user } from '../../schema/auth';

/** What `UserRecord` holds. */
export const userColumns = {
  id: user.id,
  email: user.email,
  name: user.name,
  role: user.role,
  image: user.image,
  createdAt: user.createdAt,
};
