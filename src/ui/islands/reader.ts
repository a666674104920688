import { offerReading } from "./reader/aloud.ts";
import { applyChoices, offerChoices } from "./reader/choices.ts";
import { keepForOffline, tellIfKept } from "./reader/offline.ts";
import { showVisits } from "./reader/visits.ts";

/**
 * Comforts of every public page: size of letters, colours, reading aloud, the count of visits, reading offline. Loaded
 * before the first paint, so that nobody sees the page flash in other colours; every page is whole without it.
 */
applyChoices();
document.addEventListener("DOMContentLoaded", () => {
  offerChoices();
  offerReading();
  tellIfKept();
  showVisits();
});
addEventListener("load", keepForOffline);
