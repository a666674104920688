import type { Instant } from "../kernel/clock.ts";

/** One appointment of a calendar file. */
export interface Appointment {
  /** The same for ever: a calendar that reads the file again changes what it has. */
  readonly uid: string;
  /** When it last changed, and how many times it did. */
  readonly stamp: Instant;
  readonly sequence: number;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly title: string;
  readonly place: string;
  readonly description: string;
  readonly url: string;
  readonly isCancelled: boolean;
}

/**
 * A calendar as RFC 5545 has it. Times are UTC: Vietnam knows no summer time, and every calendar shows them as its
 * reader's own. Nothing in a text can begin a line or a property of its own.
 */
export function calendarFile(name: string, appointments: readonly Appointment[]): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Cong//Lich su kien//VI",
    "CALSCALE:GREGORIAN",
    property("NAME", name),
    property("X-WR-CALNAME", name),
    "X-WR-TIMEZONE:Asia/Ho_Chi_Minh",
    ...appointments.flatMap(linesOf),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

const linesOf = (one: Appointment): string[] => [
  "BEGIN:VEVENT",
  property("UID", one.uid),
  `DTSTAMP:${utc(one.stamp)}`,
  `LAST-MODIFIED:${utc(one.stamp)}`,
  `SEQUENCE:${one.sequence}`,
  `DTSTART:${utc(one.startsAt)}`,
  `DTEND:${utc(one.endsAt)}`,
  property("SUMMARY", one.title),
  ...(one.place ? [property("LOCATION", one.place)] : []),
  ...(one.description ? [property("DESCRIPTION", one.description)] : []),
  `URL:${new URL(one.url).href}`,
  `STATUS:${one.isCancelled ? "CANCELLED" : "CONFIRMED"}`,
  "TRANSP:OPAQUE",
  "END:VEVENT",
];

/** `20261124T010203Z` */
const utc = (at: Instant): string => `${at.slice(0, 19).replace(/[-:]/g, "")}Z`;

const property = (name: string, text: string): string => `${name}:${escaped(text)}`;

/** A text without what a calendar cannot hold: control characters, and halves of characters. */
export const cleaned = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n")
    .replace(/\t/g, " ")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what RFC 5545 forbids
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, "");

const escaped = (text: string): string =>
  cleaned(text)
    .replace(/[\\;,]/g, "\\$&")
    .replace(/\n/g, "\\n");

/** Octets of a line without its end (RFC 5545 §3.1). */
const LONGEST_LINE = 75;

/** A long line goes on in the next, after a space; no character is cut in two. */
function folded(line: string): string {
  let out = "";
  let room = LONGEST_LINE;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (size > room) {
      out += "\r\n ";
      room = LONGEST_LINE - 1;
    }
    out += character;
    room -= size;
  }
  return out;
}
