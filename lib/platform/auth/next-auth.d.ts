import type { DefaultSession } from 'next-auth';

declare module 'next-auth' {
  interface User {
    id: string;
  }
  interface Session {
    user: { id: string } & DefaultSession['user'];
  }
}

declare module 'next-auth/jwt' {
  interface JWT {
    /** A row of `auth_session`. */
    sessionId?: string;
  }
}
