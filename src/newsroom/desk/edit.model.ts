import type { FastifyRequest } from "fastify";
import { visitorOf } from "../../desk/visitor.ts";
import type { Refusal, Result } from "../../kernel/result.ts";
import { renderBody } from "../body/render.tsx";
import { type ArticleContent, type BodyDoc, EMPTY_BODY } from "../content.ts";
import { contentHash } from "../content-hash.ts";
import { CONTENT_FIELDS, type ContentEcho } from "../content-reader.ts";
import { otherWriters, readWorkingCopy, type WorkingCopy } from "../drafts.ts";
import type { LoadedEdition } from "../editions.queries.ts";
import type { EditorFormView } from "../editor-form.view.tsx";
import { readContext } from "../surroundings.queries.ts";
import { decide, type Transition } from "../workflow.ts";
import type { Desk } from "./desk.ts";
import { paths } from "./paths.ts";
import { deskMedia } from "./picture-src.ts";

/** Whether the visitor may change the text now (rows E1–E5, T16), and if not, every reason. */
export async function judgeEdit(
  { portal }: Desk,
  request: FastifyRequest,
  loaded: LoadedEdition,
): Promise<Result<Transition, Refusal[]>> {
  const { actor } = visitorOf(request);
  const at = portal.clock.now();
  const { around } = await readContext(portal.db, loaded, actor.person, null, at);
  return decide({ facts: loaded.facts, around, input: { act: "edit", hash: loaded.facts.hash }, by: actor, at });
}

/** What the visitor typed and did not save, if it says anything else than the saved text. */
export async function ownWorkingCopy(
  { portal }: Desk,
  request: FastifyRequest,
  loaded: LoadedEdition,
): Promise<WorkingCopy | null> {
  const copy = await readWorkingCopy(portal.db, loaded.row.id, visitorOf(request).person.id);
  return copy && contentHash(inUnit(copy.content, loaded)) !== loaded.facts.hash ? copy : null;
}

/** The unit is the edition's own, whatever a form says. */
export const inUnit = (content: ArticleContent, { row }: LoadedEdition): ArticleContent => ({
  ...content,
  unit: row.unit_id,
});

export interface FormState {
  readonly values: ContentEcho;
  readonly baseVersion: string;
  readonly errors?: Readonly<Record<string, string>>;
  readonly restoredAt?: string;
  readonly savedAt?: string;
}

/** The editor's form over an edition. */
export async function editorFormView(
  { portal, presence }: Desk,
  request: FastifyRequest,
  { row }: LoadedEdition,
  state: FormState,
): Promise<EditorFormView> {
  const { db } = portal;
  const { person } = visitorOf(request);
  const categories = await db.selectFrom("category").select(["id", "name"]).orderBy("position").execute();
  const unit = await db.selectFrom("unit").select("name").where("id", "=", row.unit_id).executeTakeFirstOrThrow();
  const present = presence.others(row.id, person.id, portal.clock.now());
  const writers = await otherWriters(db, row.id, person.id);
  return {
    // The person too: on a shared machine nobody is offered another's words.
    edition: `${row.id}.${person.id}`,
    action: paths.edit(row.id),
    csrf: request.csrf,
    baseVersion: state.baseVersion,
    values: { ...state.values, unit: row.unit_id },
    reading: renderBody(bodyOf(state.values.body), deskMedia),
    errors: state.errors ?? {},
    categories: categories.map(({ id, name }) => ({ value: id, label: name })),
    units: [{ value: row.unit_id, label: unit.name }],
    people: uniquePeople([...present, ...writers]),
    autosaveUrl: paths.autosave(row.id),
    presenceUrl: paths.presence(row.id),
    uploadPictureUrl: paths.pictures(row.id),
    uploadVideoUrl: paths.videos(row.id),
    uploadCaptionsUrl: paths.captions(row.id),
    videoMegabytes: (await portal.settings())["media.videoMegabytes"],
    uploadFileUrl: paths.files(row.id),
    wordImportUrl: paths.word(row.id),
    pictureUrl: "/anh/{file}-960.jpg",
    ...(state.restoredAt ? { restored: { savedAt: state.restoredAt, discardAction: paths.discard(row.id) } } : {}),
    ...(state.savedAt ? { savedAt: state.savedAt } : {}),
  };
}

/** A content as the form's fields hold it. */
export function formValues(content: ArticleContent): ContentEcho {
  const values: Record<string, string> = {};
  for (const field of CONTENT_FIELDS) {
    const value = content[field];
    values[field] = typeof value === "string" ? value : value === null ? "" : JSON.stringify(value);
  }
  return values as unknown as ContentEcho;
}

/** What was echoed may be no body at all: then there is nothing to read. */
function bodyOf(text: string): BodyDoc {
  try {
    const body = JSON.parse(text) as BodyDoc;
    return body?.type === "doc" && Array.isArray(body.content) ? body : EMPTY_BODY;
  } catch {
    return EMPTY_BODY;
  }
}

export interface NamedSince {
  readonly person: string;
  readonly name: string;
  readonly since: string;
}

/** Each person once, with the earliest sign of him. */
export function uniquePeople(people: readonly NamedSince[]): { name: string; since: string }[] {
  const earliest = new Map<string, NamedSince>();
  for (const one of people) {
    const known = earliest.get(one.person);
    if (!known || one.since < known.since) earliest.set(one.person, one);
  }
  return [...earliest.values()].map(({ name, since }) => ({ name, since }));
}
