/** A person, without the password's hash. */
export interface UserRecord {
  id: string;
  email: string;
  name: string;
  role: 'owner' | 'admin' | 'member';
  image: string | null;
  createdAt: Date;
}
