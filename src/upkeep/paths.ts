import type { Id } from "../kernel/ids.ts";

export const ASSETS_PATH = "/ban-bien-tap/tai-san";
export const NEW_ASSET_PATH = `${ASSETS_PATH}/moi`;
export const assetPath = (id: Id): string => `${ASSETS_PATH}/muc/${id}`;
export const retirePath = (id: Id): string => `${assetPath(id)}/thoi-dung`;
