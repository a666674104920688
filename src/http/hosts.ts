/** Which hosts the portal answers for (Đ2.p2, REQ-013). */
export interface Hosts {
  /** Whether the `Host` of a request is the official address, or a loopback one where these are allowed. */
  isOwn(host: string | undefined): boolean;
  /** Whether it is one from which readers are sent on to the official address. */
  isAlias(host: string | undefined): boolean;
  /** Whether a form comes from a page of ours, by its `Origin`. */
  isOwnOrigin(origin: string): boolean;
  /** Scheme and host of the official address, without a slash at the end. */
  readonly official: string;
  readonly https: boolean;
  /** Where loopback is allowed, this is the port it is allowed on. */
  listensOn(port: number): void;
}

export interface HostOptions {
  /** Scheme and host: `https://tgdtxhaiphong.haiphong.edu.vn`. */
  readonly official: string;
  /** Host names that redirect. */
  readonly aliases?: readonly string[];
  /** Demo and tests: `127.0.0.1:PORT` and `localhost:PORT` are answered too. */
  readonly loopback?: boolean;
}

/** Refuses an official address that is more than a scheme and a host. */
export function createHosts({ official, aliases = [], loopback = false }: HostOptions): Hosts {
  const { protocol, host, origin, href } = new URL(official);
  if (href !== `${origin}/` || !/^https?:$/.test(protocol)) {
    throw new Error(`The official address must be a scheme and a host, not ${JSON.stringify(official)}`);
  }
  const https = protocol === "https:";
  const own = new Set([host, `${host}:${https ? 443 : 80}`]);
  const others = new Set(aliases.map((alias) => alias.toLowerCase()));
  const origins = new Set([origin]);

  const has = (hosts: ReadonlySet<string>, asked: string | undefined) =>
    asked !== undefined && (hosts.has(asked) || hosts.has(asked.toLowerCase()));

  return {
    official: origin,
    https,
    isOwn: (asked) => has(own, asked),
    isAlias: (asked) => has(others, asked),
    isOwnOrigin: (asked) => origins.has(asked),
    listensOn(port) {
      if (!loopback) return;
      for (const name of ["127.0.0.1", "localhost"]) {
        own.add(`${name}:${port}`);
        origins.add(`http://${name}:${port}`);
      }
    },
  };
}
