import type { Id } from "../kernel/ids.ts";

const LIST = "/ban-bien-tap/danh-gia";
const RANKING = "/ban-bien-tap/thi-dua";
const one = (id: Id) => `${LIST}/cuoc/${id}`;

export const INSPECTION_PATHS = {
  list: LIST,
  add: `${LIST}/moi`,
  criteria: `${LIST}/tieu-chi`,
  one,
  step: (id: Id) => `${one(id)}/buoc`,
  mark: (id: Id) => `${one(id)}/cham`,
  points: (id: Id, unit: Id, criterion: string) => `${one(id)}/diem/${unit}/${criterion}`,
  /** Leads to the article of a sample, by its id. */
  article: (id: Id, article: Id) => `${one(id)}/bai/${article}`,
  minutes: (id: Id) => `${one(id)}/bien-ban`,
  ranking: RANKING,
  rankedPoints: `${RANKING}/diem`,
  rankedArticles: `${RANKING}/bai`,
};
