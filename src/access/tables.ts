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

/** What the portal itself knows of an account; name and password hash are the library's. One account a person (REQ-042). */
export interface AccountTable {
  person_id: string;
  /** Its password is known to everybody who read the instructions: works only in demo data. */
  is_demo: number;
  /** The password was handed over by somebody else: nothing may be done before it is changed. */
  must_change: number;
  created_at: string;
  password_at: string;
  disabled_at: string | null;
}

/** Failed sign-ins, for the growing delay (REQ-138). Rows are removed once they no longer count. */
export interface SigninFailureTable {
  id: string;
  /** Folded user name as typed. */
  account: string;
  address: string;
  at: string;
  /** 0 for an attempt that came too soon: its password was not looked at, and it makes nobody wait longer. */
  counts: number;
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
  account: AccountTable;
  signin_failure: SigninFailureTable;
  session_hat: SessionHatTable;
}
