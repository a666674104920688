/** A place where others keep videos, and how its addresses are read. */
export interface EmbedProvider {
  readonly id: string;
  readonly name: string;
  /** Hosts under which people copy an address. */
  readonly hosts: readonly string[];
  /** Finds the video's own name in the path and query; what matches nothing is no video. */
  readonly paths: readonly RegExp[];
  /** The page about a video, for people. */
  readonly page: (video: string) => string;
  /** What the frame shows once the reader asked for it: the form that follows readers least. */
  readonly frame: (video: string) => string;
  /** The one origin a page with such a frame opens its policy for. */
  readonly origin: string;
}

/** The providers whose videos may be embedded. Which of them a centre allows is a setting (`media.embeds`). */
export const EMBED_PROVIDERS: readonly EmbedProvider[] = [
  {
    id: "youtube",
    name: "YouTube",
    hosts: ["www.youtube.com", "youtube.com", "m.youtube.com", "youtu.be", "www.youtube-nocookie.com"],
    paths: [/^\/watch\?(?:[^#]*&)?v=([\w-]{11})(?:[&#]|$)/, /^\/(?:embed\/|shorts\/|live\/)?([\w-]{11})(?:[?#/]|$)/],
    page: (video) => `https://www.youtube.com/watch?v=${video}`,
    frame: (video) => `https://www.youtube-nocookie.com/embed/${video}?autoplay=1&hl=vi`,
    origin: "https://www.youtube-nocookie.com",
  },
  {
    id: "vimeo",
    name: "Vimeo",
    hosts: ["vimeo.com", "www.vimeo.com", "player.vimeo.com"],
    paths: [/^\/(?:video\/)?(\d{5,12})(?:[?#/]|$)/],
    page: (video) => `https://vimeo.com/${video}`,
    frame: (video) => `https://player.vimeo.com/video/${video}?dnt=1&autoplay=1`,
    origin: "https://player.vimeo.com",
  },
];

export const EMBED_NAMES = EMBED_PROVIDERS.map(({ name }) => name).join(" hoặc ");

export interface ReadEmbed {
  readonly provider: EmbedProvider;
  readonly page: string;
  readonly frame: string;
}

/** The video an address leads to, or null: another host, another scheme, a port, a user name, no video. */
export function readEmbed(typed: unknown): ReadEmbed | null {
  const url = typeof typed === "string" && typed.length <= 500 ? URL.parse(typed.trim()) : null;
  if (url === null || url.protocol !== "https:" || url.port !== "" || url.username !== "" || url.password !== "") {
    return null;
  }
  const provider = EMBED_PROVIDERS.find(({ hosts }) => hosts.includes(url.hostname));
  const video = provider?.paths.map((path) => path.exec(url.pathname + url.search)?.[1]).find(Boolean);
  return provider && video ? { provider, page: provider.page(video), frame: provider.frame(video) } : null;
}
