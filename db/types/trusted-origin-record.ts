export interface TrustedOriginRecord {
  id: string;
  origin: string;
  forMembers: boolean;
  createdAt: Date;
}
