import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import { formatBytes } from "../../ui/format.ts";
import type { Embed, Video } from "../content.ts";
import { readEmbed } from "./embeds.ts";
import type { PictureSrc } from "./picture.tsx";

/** Where the portal's own videos and captions are read from. Injected, as `PictureSrc` is. */
export interface VideoSrc {
  readonly video: (video: Pick<Video, "file" | "mime">) => string;
  readonly captions: (file: string) => string;
}

/** Which providers' videos may play in this page, and the style sheet of the frame that asks first. */
export interface EmbedFrames {
  readonly allowed: readonly string[];
  readonly css: string;
}

/** A video of our own in the browser's own player. Nothing of it is fetched before the reader starts it. */
export function VideoFigure(props: {
  readonly video: Video;
  readonly pictureSrc: PictureSrc;
  readonly videoSrc: VideoSrc;
  readonly id?: string | undefined;
}): VNode {
  const { video, pictureSrc, videoSrc } = props;
  const src = videoSrc.video(video);
  const type = video.mime === "video/mp4" ? "MP4" : "WebM";
  return (
    <figure class="video" id={props.id}>
      <video
        class="video-player"
        controls
        playsInline
        preload="none"
        width={video.width}
        height={video.height}
        aria-label={video.title}
        {...(video.poster ? { poster: pictureSrc(video.poster).src } : {})}
      >
        <source src={src} type={video.mime} />
        {video.captions && (
          <track kind="captions" srclang="vi" label="Tiếng Việt" src={videoSrc.captions(video.captions)} default />
        )}
        <a href={src}>Tải video “{video.title}”</a>
      </video>
      <figcaption>
        {video.title} <span class="credit">{credit(video)}</span>{" "}
        {video.uncaptioned && !video.captions && <span class="video-note">Không có phụ đề: {video.uncaptioned}.</span>}{" "}
        <a class="video-file" href={src} download>
          Tải video ({type}, {formatBytes(video.size)})
        </a>
      </figcaption>
    </figure>
  );
}

/**
 * A video of another provider. Nothing is asked of the provider before the reader clicks: the frame holds only a link of
 * ours, which then opens the player in it. Without a frame allowed, and on paper, there is the plain link.
 */
export function EmbedFigure(props: {
  readonly embed: Embed;
  readonly frames: EmbedFrames | undefined;
  readonly id?: string | undefined;
}): VNode {
  const { embed, frames } = props;
  const read = readEmbed(embed.url);
  const inFrame = read && frames?.allowed.includes(read.provider.id);
  return (
    <figure class="embed" id={props.id}>
      {inFrame && (
        <iframe
          class="embed-frame"
          title={`Video ${read.provider.name}: ${embed.title}`}
          srcdoc={beforeClick(read.frame, read.provider.name, embed.title, frames!.css)}
          sandbox="allow-scripts allow-same-origin allow-popups allow-presentation"
          allow="autoplay; fullscreen; picture-in-picture; encrypted-media"
        />
      )}
      <figcaption>
        {embed.title} <span class="credit">{credit(embed)}</span>{" "}
        {read && (
          <a class="embed-link" href={read.page} rel="noopener">
            Xem trên {read.provider.name}
          </a>
        )}
      </figcaption>
    </figure>
  );
}

/** What stands in the frame until the reader decides: one link, and what following it means. */
function beforeClick(href: string, provider: string, title: string, css: string): string {
  return `<!doctype html>${renderToString(
    <html lang="vi">
      <head>
        <meta charset="utf-8" />
        <meta name="color-scheme" content="light dark" />
        <title>{title}</title>
        <link rel="stylesheet" href={css} />
      </head>
      <body class="embed-face">
        <a class="embed-play" href={href}>
          Bấm để xem video “{title}”
        </a>
        <p>
          Video nằm ở {provider}. Khi bấm xem, {provider} biết địa chỉ mạng của bạn.
        </p>
      </body>
    </html>,
  )}`;
}

function credit({ author, source }: Video | Embed): string {
  return [author && `Thực hiện: ${author}`, source && `Nguồn: ${source}`].filter(Boolean).join(" · ");
}
