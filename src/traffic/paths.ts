export const TRAFFIC = "/luot-truy-cap";
export const TRAFFIC_FIGURES = "/luot-truy-cap.json";
export const TRAFFIC_DESK = "/ban-bien-tap/truy-cap";
