import type { Engine } from "../database.ts";
import type { AnyDb } from "../guards.ts";

/** Tables of the sign-in library (its own column names), what we keep of an account beside them, and the growing delay. */
export async function up(db: AnyDb, engine: Engine): Promise<void> {
  const time = engine === "sqlite" ? "text" : "timestamptz";
  const flag = engine === "sqlite" ? "integer" : "boolean";
  await db.schema
    .createTable("auth_user")
    .addColumn("id", "text", (c) => c.primaryKey().references("person.id"))
    .addColumn("name", "text", (c) => c.notNull())
    .addColumn("email", "text", (c) => c.notNull().unique())
    .addColumn("emailVerified", flag, (c) => c.notNull())
    .addColumn("image", "text")
    .addColumn("username", "text", (c) => c.unique())
    .addColumn("displayUsername", "text")
    .addColumn("createdAt", time, (c) => c.notNull())
    .addColumn("updatedAt", time, (c) => c.notNull())
    .execute();
  await db.schema
    .createTable("auth_session")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("userId", "text", (c) => c.notNull().references("auth_user.id"))
    .addColumn("token", "text", (c) => c.notNull().unique())
    .addColumn("expiresAt", time, (c) => c.notNull())
    .addColumn("ipAddress", "text")
    .addColumn("userAgent", "text")
    .addColumn("createdAt", time, (c) => c.notNull())
    .addColumn("updatedAt", time, (c) => c.notNull())
    .execute();
  await db.schema.createIndex("auth_session_user").on("auth_session").column("userId").execute();
  await db.schema
    .createTable("auth_account")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("userId", "text", (c) => c.notNull().references("auth_user.id"))
    .addColumn("accountId", "text", (c) => c.notNull())
    .addColumn("providerId", "text", (c) => c.notNull())
    .addColumn("accessToken", "text")
    .addColumn("refreshToken", "text")
    .addColumn("idToken", "text")
    .addColumn("accessTokenExpiresAt", time)
    .addColumn("refreshTokenExpiresAt", time)
    .addColumn("scope", "text")
    .addColumn("password", "text")
    .addColumn("createdAt", time, (c) => c.notNull())
    .addColumn("updatedAt", time, (c) => c.notNull())
    .execute();
  await db.schema
    .createTable("auth_verification")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("identifier", "text", (c) => c.notNull())
    .addColumn("value", "text", (c) => c.notNull())
    .addColumn("expiresAt", time, (c) => c.notNull())
    .addColumn("createdAt", time, (c) => c.notNull())
    .addColumn("updatedAt", time, (c) => c.notNull())
    .execute();
  await db.schema
    .createTable("account")
    .addColumn("person_id", "text", (c) => c.primaryKey().references("auth_user.id"))
    .addColumn("is_demo", "integer", (c) => c.notNull())
    .addColumn("must_change", "integer", (c) => c.notNull())
    .addColumn("created_at", "text", (c) => c.notNull())
    .addColumn("password_at", "text", (c) => c.notNull())
    .addColumn("disabled_at", "text")
    .execute();
  await db.schema
    .createTable("signin_failure")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("account", "text", (c) => c.notNull())
    .addColumn("address", "text", (c) => c.notNull())
    .addColumn("at", "text", (c) => c.notNull())
    .addColumn("counts", "integer", (c) => c.notNull())
    .execute();
  await db.schema.createIndex("signin_failure_account").on("signin_failure").columns(["account", "at"]).execute();
  await db.schema.createIndex("signin_failure_address").on("signin_failure").columns(["address", "at"]).execute();
  await db.schema
    .createTable("session_hat")
    .addColumn("session_id", "text", (c) => c.primaryKey())
    .addColumn("appointment_id", "text", (c) => c.notNull().references("appointment.id"))
    .execute();
}
