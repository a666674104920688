/** What Vite writes for one entry of `dist/assets/manifest.json`; only the parts we read. */
interface ManifestEntry {
  readonly file: string;
  readonly assets?: readonly string[];
}

/** Addresses of everything the browser may load, with the content's hash in each name. */
export interface Assets {
  readonly siteCss: string;
  readonly deskCss: string;
  /** The fonts of the first screen, worth asking for before the style sheet is read. */
  readonly fonts: readonly string[];
  /** Script of each island, by the name of its file: `editor` for `src/ui/islands/editor.tsx`. */
  readonly islands: Readonly<Record<string, string>>;
}

/**
 * Turns the build's manifest into addresses under `base` (which ends in a slash).
 * Refuses a manifest without the two style sheets: the portal must not start without its dress.
 */
export function assetsFrom(manifest: Readonly<Record<string, ManifestEntry>>, base = "/assets/"): Assets {
  const style = (name: string): string => {
    const entry = manifest[`src/ui/styles/${name}.css`];
    if (!entry) throw new Error(`The build has no ${name}.css: run the build first`);
    return base + entry.file;
  };
  const fonts = manifest["src/ui/styles/site.css"]?.assets ?? [];
  const islands = Object.entries(manifest).flatMap(([source, { file }]) => {
    const name = /^src\/ui\/islands\/([\w-]+)\.tsx?$/.exec(source)?.[1];
    return name ? [[name, base + file] as const] : [];
  });
  return {
    siteCss: style("site"),
    deskCss: style("desk"),
    fonts: fonts.filter((file) => file.endsWith(".woff2")).map((file) => base + file),
    islands: Object.fromEntries(islands),
  };
}
