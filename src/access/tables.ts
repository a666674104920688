/** Tables of the sign-in library; `auth_user.id` is the person's id. */
export interface AuthUserTable {
  id: string;
  name: string;
  email: string;
  emailVerified: number;
  image: string | null;
  username: string | null;
  displayUsername: string | null;
  createdAt: string;
  updatedAt: string;
}

export interface AuthSessionTable {
  id: string;
  userId: string;
  token: string;
  expiresAt: string;
  ipAddress: string | null;
  userAgent: string | null;
  createdAt: string;
  updatedAt: string;
}

export interface AuthAccountTable {
  id: string;
  userId: string;
  accountId: string;
  providerId: string;
  accessToken: string | null;
  refreshToken: string | null;
  idToken: string | null;
  accessTokenExpiresAt: string | null;
  refreshTokenExpiresAt: string | null;
  scope: string | null;
  password: string | null;
  createdAt: string;
  updatedAt: string;
}

export interface AuthVerificationTable {
  id: string;
  identifier: string;
  value: string;
  expiresAt: string;
  createdAt: string;
  updatedAt: string;
}

/** Failed sign-ins, for the growing delay (REQ-138). Rows are removed once they no longer count. */
export interface SigninFailureTable {
  id: string;
  /** Folded user name as typed. */
  account: string;
  address: string;
  at: string;
}

/** The hat chosen for a session (Đ8.k1: one person may wear several). */
export interface SessionHatTable {
  session_id: string;
  appointment_id: string;
}

export interface AccessTables {
  auth_user: AuthUserTable;
  auth_session: AuthSessionTable;
  auth_account: AuthAccountTable;
  auth_verification: AuthVerificationTable;
  signin_failure: SigninFailureTable;
  session_hat: SessionHatTable;
}
